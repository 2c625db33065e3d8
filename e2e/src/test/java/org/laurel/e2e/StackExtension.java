package org.laurel.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.laurel.stack.Stack;
import org.laurel.stack.StackConfig;
import org.laurel.stack.StackFailure;

/** Gives every test that asks for a {@link Stack} the same one: started once, with data of its own, stopped at the end. */
public abstract class StackExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(StackExtension.class);

    /** Settings with which no brake ever engages. */
    protected static final Map<String, String> NO_BRAKES = noBrakes();

    private final String name;
    private final UnaryOperator<StackConfig> shape;

    /**
     * A stack of this name.
     *
     * @param name the folder of its data below {@code target/}
     * @param settings what every service finds in its environment, {@code LAUREL_…}
     */
    protected StackExtension(String name, Map<String, String> settings) {
        this(name, config -> config.withSettings(settings));
    }

    /**
     * A stack of this name and shape.
     *
     * @param name the folder of its data below {@code target/}
     * @param shape what it has of the usual stack, and what besides
     */
    protected StackExtension(String name, UnaryOperator<StackConfig> shape) {
        this.name = name;
        this.shape = shape;
    }

    private static Map<String, String> noBrakes() {
        String never = "1000000";
        return Map.of(
                "LAUREL_BRAKE_REVOCATION_FLOOR", never,
                "LAUREL_BRAKE_REVOCATION_RATE", never,
                "LAUREL_BRAKE_PARKED_FLOOR", never);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Stack.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(name, key -> Running.start(name, shape), Running.class)
                .stack();
    }

    private record Running(Stack stack) implements AutoCloseable {
        static Running start(String name, UnaryOperator<StackConfig> shape) {
            Path data = Path.of("target", name).toAbsolutePath();
            try {
                delete(data);
                return new Running(Stack.start(shape.apply(StackConfig.isolated(data))));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (StackFailure failure) {
                throw new IllegalStateException(failure.what() + " " + failure.advice(), failure);
            }
        }

        /** The data stays until the next run: the logs tell what went wrong. */
        @Override
        public void close() {
            stack.close();
        }
    }

    /** Deletes a folder with everything in it, if there is one. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}

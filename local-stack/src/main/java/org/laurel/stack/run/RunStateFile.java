package org.laurel.stack.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;

/** Reads and writes the state of the running stack. A reader never sees half a file. */
public final class RunStateFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    public RunStateFile(StackPaths paths) {
        this.file = paths.run().resolve("state.json");
    }

    /** The state that was written last, also if nothing runs any more; empty after an orderly end. */
    public Optional<RunState> read() {
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), RunState.class)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The state of the stack that runs now.
     *
     * @throws StackFailure if none does
     */
    public RunState running() {
        return read().filter(state -> state.supervisor().isPresent())
                .orElseThrow(() -> new StackFailure("Laurel is not running.", "Start it: ./laurel up"));
    }

    void write(RunState state) {
        try {
            Path unfinished = Files.createTempFile(Files.createDirectories(file.getParent()), "state", ".json");
            JSON.writeValue(unfinished.toFile(), state);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

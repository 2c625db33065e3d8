package org.laurel.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Classes of a service as the JVM has read, checked and linked them once, in a file beside its jar: a start with it takes less than
 * half the time. The JVM itself leaves a cache alone that was made by another build, JVM or set of flags. Source: JEP 483, JEP 514.
 *
 * @param jar what {@code java -jar} starts
 */
public record StartCache(Path jar) {

    private static final int FIRST_THAT_RECORDS_IN_ONE_RUN = 25;
    /** A draft, or what the JVM writes beside it while it records. */
    private static final Pattern ANY_DRAFT = Pattern.compile("app\\.aot\\.(\\d{1,18})(?:\\.config)?");

    /** Whether this JVM can make one. */
    public static boolean isPossible() {
        return Runtime.version().feature() >= FIRST_THAT_RECORDS_IN_ONE_RUN;
    }

    Path file() {
        return jar.resolveSibling("app.aot");
    }

    /** Whether there is one for this JVM and these flags, younger than the jar. */
    public boolean isThere() {
        try {
            return isPossible()
                    && Files.isRegularFile(file())
                    && Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(jar)) >= 0;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Where it is recorded until it is complete. */
    Path draft() {
        return jar.resolveSibling("app.aot." + ProcessHandle.current().pid());
    }

    /**
     * Takes the draft into use, if the training has written one.
     *
     * @throws IOException if the folder cannot be written
     */
    void adopt() throws IOException {
        if (Files.isRegularFile(draft())) {
            Files.move(draft(), file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Deletes the draft, and those of processes that are gone.
     *
     * @throws IOException if the folder cannot be written
     */
    void discardDrafts() throws IOException {
        delete(StartCache::isNobodysDraft);
    }

    private static boolean isNobodysDraft(String name) {
        Matcher draft = ANY_DRAFT.matcher(name);
        if (!draft.matches()) {
            return false;
        }
        long process = Long.parseLong(draft.group(1));
        return process == ProcessHandle.current().pid()
                || ProcessHandle.of(process).isEmpty();
    }

    private void delete(Predicate<String> names) throws IOException {
        List<Path> chosen;
        try (Stream<Path> files = Files.list(jar.toAbsolutePath().getParent())) {
            chosen = files.filter(file -> names.test(String.valueOf(file.getFileName())))
                    .toList();
        }
        for (Path file : chosen) {
            Files.deleteIfExists(file);
        }
    }
}

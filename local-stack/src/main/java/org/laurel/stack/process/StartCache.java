package org.laurel.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Classes of a service as the JVM has read, checked and linked them once, in a file beside its jar: a start with it takes less than
 * half the time. The JVM itself leaves a cache alone that was made by another build, JVM or set of flags. Source: JEP 483, JEP 514.
 *
 * @param jar what {@code java -jar} starts
 */
public record StartCache(Path jar) {

    private static final int FIRST_THAT_RECORDS_IN_ONE_RUN = 25;

    /** Whether this JVM can make one. */
    public static boolean isPossible() {
        return Runtime.version().feature() >= FIRST_THAT_RECORDS_IN_ONE_RUN;
    }

    Path file() {
        return jar.resolveSibling("app.aot");
    }

    /** Whether there is one, younger than the jar. */
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

    /** Takes the draft into use, if the training has written one. */
    public void adopt() {
        try {
            if (Files.isRegularFile(draft())) {
                Files.move(draft(), file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package org.laurel.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.laurel.stack.StackFailure;

/** Refuses to fill up a disk: PostgreSQL and Kafka stop hard when they cannot write. */
public final class DiskSpace {
    private static final long REQUIRED_BYTES = 1L << 30;

    private DiskSpace() {}

    /**
     * Creates the folder and checks the space on its disk.
     *
     * @throws StackFailure if less than 1 GiB is free or the folder cannot be made
     */
    public static void require(Path folder) {
        try {
            Files.createDirectories(folder);
            requireBytes(folder, Files.getFileStore(folder).getUsableSpace());
        } catch (IOException failure) {
            throw new StackFailure(
                    "The folder " + folder + " cannot be made: " + failure.getMessage(), "Check who owns it.", failure);
        }
    }

    static void requireBytes(Path folder, long usable) {
        if (usable < REQUIRED_BYTES) {
            throw new StackFailure(
                    "The disk of " + folder + " is nearly full: " + (usable >> 20)
                            + " MiB are free, 1024 MiB are needed.",
                    "Free some space, or empty the stack's data: ./laurel reset");
        }
    }
}

package org.laurel.stack.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;

/** Held by the one supervisor of a data folder for as long as it lives; the system releases it when it dies. */
final class StackLock implements AutoCloseable {
    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws StackFailure if a stack already runs on this data
     */
    static StackLock take(StackPaths paths) {
        try {
            Path file = Files.createDirectories(paths.run()).resolve("lock");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StackFailure(
                        "Laurel is already running.", "Look at it: ./laurel status. Stop it: ./laurel down");
            }
            return new StackLock(channel);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package org.laurel.certificates.legacyimport.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A body that was written to a temporary file, so that it needs no memory and no transaction waits for a slow client. Its hash
 * stands for it where requests are compared. Close it to delete the file.
 *
 * @param path the file, null when the body was too large to be kept
 * @param sha256 hash of the bytes
 * @param size how many bytes there are
 */
public record UploadedFile(@JsonIgnore @Nullable Path path, String sha256, long size) implements AutoCloseable {

    /** Whether there is no body. */
    @JsonIgnore
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    public void close() {
        try {
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

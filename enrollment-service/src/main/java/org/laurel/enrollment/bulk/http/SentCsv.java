package org.laurel.enrollment.bulk.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A body in a temporary file, so that a long list needs no memory. Its hash stands for it where requests are compared. Close it
 * to delete the file.
 */
public record SentCsv(@JsonIgnore Path path, String sha256) implements AutoCloseable {

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

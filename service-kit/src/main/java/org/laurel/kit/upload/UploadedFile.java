package org.laurel.kit.upload;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

    private static final int BUFFER = 1 << 16;

    /**
     * Writes a body to a file of its own.
     *
     * @param largest how many bytes are kept at most; of a longer body nothing is
     */
    public static UploadedFile receive(InputStream body, long largest) throws IOException {
        Path file = Files.createTempFile("laurel-upload-", ".part");
        boolean kept = false;
        try {
            UploadedFile uploaded = copy(body, file, largest);
            kept = uploaded.path() != null;
            return uploaded;
        } finally {
            if (!kept) {
                Files.deleteIfExists(file);
            }
        }
    }

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

    private static UploadedFile copy(InputStream body, Path file, long largest) throws IOException {
        MessageDigest hash = sha256Digest();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > largest) {
                    return new UploadedFile(null, "", size);
                }
                hash.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return new UploadedFile(file, HexFormat.of().formatHex(hash.digest()), size);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.laurel.stack.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.laurel.stack.process.PrivateFile;

/** Random passwords, made when first asked for and kept in files that only their owner can read. */
public final class SecretStore {
    private static final int BYTES = 24;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public SecretStore(Path folder) {
        this.folder = folder;
    }

    /** The password of this name. */
    public synchronized String password(String name) {
        Path file = file(name);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[BYTES];
                random.nextBytes(bytes);
                PrivateFile.write(file, HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The file that holds the password of this name. */
    public Path file(String name) {
        return folder.resolve(name + ".password");
    }
}

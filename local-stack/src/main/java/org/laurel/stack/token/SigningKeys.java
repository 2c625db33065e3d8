package org.laurel.stack.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.laurel.stack.StackFailure;
import org.laurel.stack.process.PrivateFile;

/** The RSA key pair of the local token issuer, made on first use and kept as PEM files. */
public final class SigningKeys {
    private static final int BITS = 2048;
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private final Path folder;

    private SigningKeys(Path folder) {
        this.folder = folder;
    }

    /** The keys in this folder; makes them if there are none. */
    public static SigningKeys in(Path folder) {
        SigningKeys keys = new SigningKeys(folder);
        try {
            if (!Files.exists(keys.privateKeyFile()) || !Files.exists(keys.publicKeyFile())) {
                keys.generate();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException("every Java runtime can make RSA keys", unavailable);
        }
        return keys;
    }

    /** What the services verify tokens with. */
    public Path publicKeyFile() {
        return folder.resolve("public.pem");
    }

    PrivateKey privateKey() {
        try {
            String pem = Files.readString(privateKeyFile());
            String base64 = pem.replaceAll("-----[A-Z ]+-----", "");
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException failure) {
            throw new StackFailure(
                    "The signing key cannot be read: " + failure.getMessage(),
                    "Delete " + folder + ", then ./laurel down and ./laurel up.",
                    failure);
        }
    }

    private Path privateKeyFile() {
        return folder.resolve("private.pem");
    }

    private void generate() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        PrivateFile.write(privateKeyFile(), pem(PRIVATE, pair.getPrivate().getEncoded()));
        Files.writeString(publicKeyFile(), pem(PUBLIC, pair.getPublic().getEncoded()));
    }

    private static String pem(String label, byte[] key) {
        byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
        String base64 = Base64.getMimeEncoder(64, newline).encodeToString(key);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }
}

package org.laurel.kit.test.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.laurel.kit.test.Database;

/**
 * Values of {@code Idempotency-Key} that are taken already: by a request that is still worked on, which is told by a lock, or
 * by one that was answered, whose answer is a row. The locks are held until this is closed.
 */
final class UsedKeys implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;

    private UsedKeys(Connection connection) {
        this.connection = connection;
    }

    static UsedKeys open() {
        return new UsedKeys(Database.current().connect());
    }

    /** A key under which another request of the token's owner for the same path is worked on. */
    String lock(Operation operation, String path, String token) {
        String key = UUID.randomUUID().toString();
        execute("select pg_advisory_lock(hashtextextended(?, 0))", scope(operation, path, token, key));
        return key;
    }

    /** A key under which another request of the token's owner for the same path was answered. */
    String answer(Operation operation, String path, String token) {
        String key = UUID.randomUUID().toString();
        execute(
                "insert into idempotency_key (scope, fingerprint, status, caller) values (?, 'of another', 204, 'somebody')",
                digest(scope(operation, path, token, key)));
        return key;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void execute(String sql, String parameter) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String scope(Operation operation, String path, String token, String key) {
        return String.join("\n", subject(token), operation.method(), path, key);
    }

    private static String subject(String token) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]))
                    .path("sub")
                    .asText();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String digest(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

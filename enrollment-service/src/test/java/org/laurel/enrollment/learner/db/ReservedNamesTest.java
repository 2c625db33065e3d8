package org.laurel.enrollment.learner.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.LaurelInfrastructure;

/** Names that nobody may take are kept as hashes which nobody can look up in a list of hashed names. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ReservedNamesTest {

    @Inject
    Sql sql;

    @Test
    void hashesDependOnTheSecretAndOnTheDatabase() throws NoSuchAlgorithmException {
        // Given
        String withoutSalt = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest("one original ada".getBytes(StandardCharsets.UTF_8)));

        // When
        String digest = digest("one", "ada");

        // Then
        assertThat(digest)
                .isEqualTo(digest("one", "ada"))
                .isNotEqualTo(digest("two", "ada"))
                .isNotEqualTo(digest("one", "bob"))
                .isNotEqualTo(withoutSalt)
                .doesNotContain("ada");
    }

    private String digest(String secret, String name) {
        return String.valueOf(
                new ReservedNames(sql, secret).digests(List.of(name)).get(name));
    }
}

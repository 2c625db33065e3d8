package org.laurel.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void nameTheLearnerAndNoRole() throws Exception {
        // Given
        String token = Tokens.learner("42", "ada");

        // When
        JsonNode claims = claims(token);

        // Then
        assertThat(claims.path("sub").asText()).isEqualTo("42");
        assertThat(claims.path("preferred_username").asText()).isEqualTo("ada");
        assertThat(claims.path("upn").asText()).isEqualTo("ada");
        assertThat(claims.path("iss").asText()).isEqualTo(LaurelInfrastructure.ISSUER);
        assertThat(claims.path("groups")).isEmpty();
        assertThat(claims.path("exp").asLong()).isGreaterThan(Instant.now().getEpochSecond());
    }

    @Test
    void nameTheRole() throws Exception {
        // Given
        String token = Tokens.support();

        // When
        JsonNode claims = claims(token);

        // Then
        assertThat(claims.path("groups")).extracting(JsonNode::asText).containsExactly("support");
    }

    @Test
    void canBeOutOfDate() throws Exception {
        // Given
        String token = Tokens.expired();

        // When
        JsonNode claims = claims(token);

        // Then
        assertThat(claims.path("exp").asLong()).isLessThan(Instant.now().getEpochSecond());
    }

    @Test
    void areSignedWithTheKeyThatServicesAreTold() throws Exception {
        // Given
        String token = Tokens.staff();
        int dot = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(publicKey());
        signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));

        // When
        boolean valid = signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));

        // Then
        assertThat(valid).isTrue();
    }

    private static JsonNode claims(String token) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static PublicKey publicKey() throws Exception {
        Path file = Path.of(new LaurelInfrastructure().start().get("laurel.jwt.public-key"));
        String base64 =
                Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}

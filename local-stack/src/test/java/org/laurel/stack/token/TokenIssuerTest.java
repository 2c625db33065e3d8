package org.laurel.stack.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenIssuerTest {

    @Test
    void issuesWhatTheServicesRead(@TempDir Path folder) throws Exception {
        // Given
        SigningKeys keys = SigningKeys.in(folder);
        TokenRequest ada = new TokenRequest("42", "ada", "Ada Lovelace", Set.of("staff"), null, Duration.ofDays(1));

        // When
        String token = new TokenIssuer(keys).issue(ada);

        // Then
        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKey(publicKey(keys.publicKeyFile()))
                .setExpectedIssuer("https://laurel.local")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
        assertThat(claims.getSubject()).isEqualTo("42");
        assertThat(claims.getStringClaimValue("upn")).isEqualTo("ada");
        assertThat(claims.getStringClaimValue("preferred_username")).isEqualTo("ada");
        assertThat(claims.getStringListClaimValue("groups")).isEqualTo(List.of("staff"));
    }

    @Test
    void givesAPlainLearnerAnEmptyListOfRoles(@TempDir Path folder) {
        // Given
        TokenIssuer issuer = new TokenIssuer(SigningKeys.in(folder));

        // When
        String token = issuer.issue(TokenRequest.learner("42", "ada"));

        // Then
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        assertThat(new String(payload, java.nio.charset.StandardCharsets.UTF_8)).contains("\"groups\":[]");
    }

    @Test
    void saysWhatARestrictedApplicationMay(@TempDir Path folder) {
        // Given
        TokenIssuer issuer = new TokenIssuer(SigningKeys.in(folder));
        TokenRequest.Application application =
                new TokenRequest.Application(Set.of("certificates:read"), Set.of("user:me"));

        // When
        String token = issuer.issue(TokenRequest.learner("42", "ada").forApplication(application));

        // Then
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        assertThat(new String(payload, java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"is_restricted\":true", "\"scopes\":[\"certificates:read\"]", "\"filters\":[\"user:me\"]");
    }

    @Test
    void keepsThePrivateKeyToItself(@TempDir Path folder) throws Exception {
        // Given
        SigningKeys.in(folder);

        // When
        String permissions =
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("private.pem")));

        // Then
        assertThat(permissions).isEqualTo("rw-------");
    }

    @Test
    void refusesUnknownRoles() {
        // Given When Then
        assertThatThrownBy(() -> TokenRequest.role("root")).isInstanceOf(IllegalArgumentException.class);
    }

    private static PublicKey publicKey(Path pem) throws Exception {
        String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----", "");
        byte[] bytes = Base64.getMimeDecoder().decode(base64);
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
    }
}

package org.laurel.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that make keys and tokens in containers; they need OpenSSL. */
class DevelopmentTokenTest {

    private static final String ISSUER = "https://laurel.local";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeKeys() throws Exception {
        assumeThat(exists("openssl")).as("OpenSSL is installed").isTrue();
        assertThat(run("dev-keys.sh", folder.toString(), folder.toString()).code())
                .isZero();
    }

    @Test
    void aTokenCarriesTheUserAndTheRoleAndTheServicesCanVerifyIt() throws Exception {
        // Given
        PublicKey key = publicKey();

        // When
        Ended token = run("token.sh", "ada", "staff");

        // Then
        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedIssuer(ISSUER)
                .setRequireExpirationTime()
                .build()
                .processToClaims(token.output().strip());
        assertThat(claims.getSubject()).isEqualTo("ada");
        assertThat(claims.getStringClaimValue("upn")).isEqualTo("ada");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("staff");
    }

    @Test
    void keysThatExistStay() throws Exception {
        // Given
        PublicKey before = publicKey();

        // When
        run("dev-keys.sh", folder.toString(), folder.toString());

        // Then
        assertThat(publicKey()).isEqualTo(before);
    }

    @Test
    void refusesAnUnknownRoleAndANameThatIsNotPlain() throws Exception {
        // Given
        String name = "ada\",\"groups\":[\"staff\"]";

        // When
        Ended unknownRole = run("token.sh", "ada", "root");
        Ended forged = run("token.sh", name);

        // Then
        assertThat(unknownRole.code()).isEqualTo(2);
        assertThat(forged.code()).isEqualTo(2);
    }

    private record Ended(int code, String output) {}

    private static Ended run(String script, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of("sh", Repository.file("deploy/compose/" + script).toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("LAUREL_JWT_ISSUER", ISSUER);
        builder.environment()
                .put("LAUREL_PRIVATE_KEY", folder.resolve("private.pem").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    private static PublicKey publicKey() throws Exception {
        String base64 = Files.readString(folder.resolve("public.pem")).replaceAll("-----[A-Z ]+-----", "");
        byte[] bytes = Base64.getMimeDecoder().decode(base64);
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
    }

    private static boolean exists(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(bin -> Files.isExecutable(Path.of(bin, program)));
    }
}

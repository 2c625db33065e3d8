package org.laurel.enrollment.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.laurel.enrollment.importing.Imports.ZIP;
import static org.laurel.enrollment.importing.Imports.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;

/** Bundles that are not taken leave nothing behind. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@TestProfile(BundleRefusalTest.SmallBundles.class)
class BundleRefusalTest {

    private static final String MANIFEST = "manifest.csv";

    /** Bundles of a megabyte. */
    public static class SmallBundles implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("laurel.import.max-size", "1M");
        }
    }

    @Test
    void saysWhatIsWrongWithABundle() {
        // Given
        long before = Database.current().count("data_import");

        // When Then
        refused(Map.of("users.csv", ""), "file_missing");
        refused(manifest("1.1", "file.users,bulk"), "unsupported_version");
        refused(manifest("1.2", "file.users,delta"), "delta_not_supported").body("detail", containsString("bulk"));
        refused(manifest("1.2", "file.users,some"), "manifest_unclear");
        refused(manifest("1.2", "file.users,bulk"), "file_missing");
        refused(Map.of("sub/manifest.csv", manifest("1.2", "").get(MANIFEST)), "file_missing");
        refused(with("users.csv", "sourcedId,username\n"), "missing_columns")
                .body("detail", containsString("users.csv"));
        refused(with("orgs.csv", "sourcedId,identifier\n1\n"), "wrong_number_of_columns");
        refused(Map.of("users.csv", "", "Users.csv", ""), "duplicate_file");
        send(ZIP, "", "no zip").statusCode(400).body("error_code", equalTo("not_a_zip"));
        send(ZIP, "", new byte[0]).statusCode(400).body("error_code", equalTo("empty_body"));
        assertThat(Database.current().count("data_import")).isEqualTo(before);
    }

    @Test
    void refusesBundlesThatGrow() {
        // Given
        Map<String, String> many = new LinkedHashMap<>(manifest("1.2", ""));
        IntStream.range(0, 100).forEach(i -> many.put("f" + i, ""));
        String users = "sourcedId,enabledUser,username\n" + "1,true,somebody\n".repeat(100_000);

        // When Then
        refused(many, "too_many_files");
        send(ZIP, "", Zip.of(with("users.csv", users))).statusCode(413).body("error_code", equalTo("bundle_too_large"));
    }

    @Test
    void refusesDamagedBundles() {
        // Given
        byte[] whole = Zip.of(with("users.csv", "sourcedId,enabledUser,username\n" + "1,true,somebody\n".repeat(999)));
        byte[] damaged = whole.clone();
        int at = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("users.csv", whole.length - 200) + 20;
        Arrays.fill(damaged, at, at + 30, (byte) 0xFF);

        // When
        ValidatableResponse answer = send(ZIP, "", damaged);

        // Then
        answer.statusCode(400);
        send(ZIP, "", Arrays.copyOf(whole, whole.length - 30)).statusCode(400).body("error_code", equalTo("not_a_zip"));
    }

    private static Map<String, String> with(String name, String content) {
        Map<String, String> files = new LinkedHashMap<>(manifest("1.2", "file." + name.replace(".csv", "") + ",bulk"));
        files.put(name, content);
        return files;
    }

    private static Map<String, String> manifest(String version, String more) {
        return Map.of(
                MANIFEST,
                "propertyName,value\nmanifest.version,1.0\noneroster.version," + version + "\n" + more + "\n");
    }

    private static ValidatableResponse refused(Map<String, String> files, String code) {
        return send(ZIP, "", Zip.of(files)).statusCode(400).body("error_code", equalTo(code));
    }
}

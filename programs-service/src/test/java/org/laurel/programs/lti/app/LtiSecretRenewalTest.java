package org.laurel.programs.lti.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;
import org.laurel.programs.lti.LtiKey;

/** A deployment that has changed its key encrypts with the new one what the former one has encrypted. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(value = LtiKey.class, restrictToAnnotatedClass = true)
class LtiSecretRenewalTest {

    private final SecretBox present = new SecretBox(Optional.of(List.of(LtiKey.PRESENT)));
    private final SecretBox former = new SecretBox(Optional.of(List.of(LtiKey.FORMER)));
    private final SecretBox lost = new SecretBox(Optional.of(List.of("bG9zdGxvc3Rsb3N0bG9zdGxvc3Rsb3N0bG9zdGxvc3Q=")));

    @Test
    void whatTheFormerKeyHasEncryptedIsEncryptedAnew() {
        // Given
        Story old = tool("lti-old");
        encrypt(old, former);
        Story gone = tool("lti-lost");
        encrypt(gone, lost);
        byte[] unreadable = box(gone);
        Story now = tool("lti-now");
        byte[] current = box(now);
        ValidatableResponse before = read(old);

        // When
        JsonPath job = renewed();

        // Then
        assertThat(present.open(box(old), place(old))).contains("hush-" + old.word());
        assertThat(box(gone)).isEqualTo(unreadable);
        assertThat(box(now)).isEqualTo(current);
        assertThat(job.getInt("counts.renewed")).isOne();
        assertThat(job.getInt("counts.unreadable")).isPositive();
        assertThat(job.getInt("counts.current")).isPositive();
        read(old).header("ETag", equalTo(before.extract().header("ETag")));
        Database.current().execute("delete from program_lti where program_uuid = ?::uuid", gone.program(1));
    }

    @Test
    void whatWasEncryptedAnewIsLeftAloneByTheNextRenewal() {
        // Given
        Story old = tool("lti-twice");
        encrypt(old, former);
        renewed();
        byte[] once = box(old);

        // When
        JsonPath job = renewed();

        // Then
        assertThat(box(old)).isEqualTo(once);
        assertThat(job.getMap("counts")).doesNotContainKey("renewed");
    }

    private static JsonPath renewed() {
        long id = given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.staff())
                .post("/api/programs/v1/lti-secrets:renew")
                .then()
                .statusCode(202)
                .header("Location", containsString("/api/programs/ops/jobs/"))
                .extract()
                .jsonPath()
                .getLong("job_id");
        await("renewal").atMost(KafkaProbe.PATIENCE).untilAsserted(() -> job(id).body("state", equalTo("done")));
        return job(id).extract().jsonPath();
    }

    private static ValidatableResponse job(long id) {
        return given().auth()
                .oauth2(Tokens.staff())
                .get("/api/programs/ops/jobs/{id}", id)
                .then()
                .statusCode(200);
    }

    private static Story tool(String word) {
        Story story = new Story(word);
        story.put(1, List.of(List.of("A"))).statusCode(201);
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body("""
                        {"provider_type": "forum", "lti_configuration": {"version": "1.1", "key": "k",
                         "launch_url": "https://forum.example.org/lti", "secret": "hush-%s"}}""".formatted(word))
                .put("/api/programs/v1/programs/{uuid}/live-configuration", story.program(1))
                .then()
                .statusCode(201);
        return story;
    }

    private static ValidatableResponse read(Story story) {
        return given().auth()
                .oauth2(Tokens.staff())
                .get("/api/programs/v1/programs/{uuid}/live-configuration", story.program(1))
                .then()
                .statusCode(200);
    }

    private static void encrypt(Story story, SecretBox box) {
        Database.current()
                .execute(
                        "update program_lti_secret set launch_secret = decode(?, 'hex') where program_uuid = ?::uuid",
                        HexFormat.of().formatHex(box.seal("hush-" + story.word(), place(story))),
                        story.program(1));
    }

    private static byte[] box(Story story) {
        @Nullable Object box = Database.current()
                .query("select launch_secret from program_lti_secret where program_uuid = ?::uuid", story.program(1))
                .getFirst()
                .get("launch_secret");
        return (byte[]) Objects.requireNonNull(box);
    }

    private static String place(Story story) {
        return "lti:live:" + story.program(1) + ":secret";
    }
}

package org.laurel.programs.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.laurel.programs.Story.at;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Pages of program credentials. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CredentialPageTest {

    private static final String PAGE = "/credentials/{hex}/";
    private static final String CONFIGURATION = "/api/programs/v1/programs/{uuid}/certificate-configuration";
    private static final String EXAMPLE = "/credentials/example/{hex}/";

    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.fromNow("laurel.program-credentials");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void showsWhatWasCompletedByWhom() {
        // Given
        Story story = awarded("pageshown");
        int signatory = given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body("{\"name\": \"Grace Hopper\", \"title\": \"Rear Admiral\"}")
                .post("/api/programs/v1/signatories")
                .path("id");
        configure(story, """
                {"title": "The <b>Title</b>", "signatories": [%d], "use_org_name": true, "include_hours_of_effort": true}
                """.formatted(signatory));

        // When
        ValidatableResponse answer = page(story);

        // Then
        answer.statusCode(200)
                .contentType("text/html; charset=utf-8")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Cache-Control", equalTo("private, no-cache"))
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("The &lt;b&gt;Title&lt;/b&gt;"))
                .body(containsString("<p class=\"name\"><bdi>Ada</bdi></p>"))
                .body(containsString("MicroMasters"))
                .body(containsString("Good University, Other University"))
                .body(containsString("<img src=\"https://example.org/logo.png\" alt=\"Good University\">"))
                .body(containsString("Grace Hopper"))
                .body(containsString("Rear Admiral"))
                .body(containsString("February 3, 2026"))
                .body(containsString("<dd>120</dd>"))
                .body(not(containsString("javascript:")));
    }

    @Test
    void speaksTheLanguageOfTheConfigurationBeforeTheReaders() {
        // Given
        Story story = awarded("pagelanguage");

        // When
        ValidatableResponse readers = given().header("Accept-Language", "de-AT, en;q=0.5")
                .get(PAGE, hex(story))
                .then();
        configure(story, "{\"language\": \"fr\"}");
        ValidatableResponse configured =
                given().header("Accept-Language", "de").get(PAGE, hex(story)).then();

        // Then
        readers.body(containsString("<html lang=\"de\">"), containsString("3. Februar 2026"))
                .body(containsString("angeboten von <bdi>GoodX, OtherX</bdi>"));
        configured.body(containsString("<html lang=\"fr\">"), containsString("3 février 2026"));
    }

    /** A credential that is taken back shows no more; one that staff have made inactive by configuration still does. */
    @Test
    void showsNoRevokedCredential() {
        // Given
        Story story = awarded("pagerevoked");
        String hex = hex(story);
        given().auth()
                .oauth2(Tokens.staff())
                .delete(CONFIGURATION, story.program(1))
                .then()
                .statusCode(200);
        ValidatableResponse before = given().get(PAGE, hex).then();

        // When
        probe.send(story.certificate("A", 2, "notpassing", 50));
        story.awaitCredentials("revoked", 2);

        // Then
        before.statusCode(200);
        given().get(PAGE, hex).then().statusCode(404).contentType("text/html; charset=utf-8");
    }

    @Test
    void showsNothingBeforeItsTime() {
        // Given
        Story story = new Story("pagefuture");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        probe.send(story.certificate("A", 1, "downloadable", "verified", 10, Instant.parse("9999-01-01T00:00:00Z")));
        story.awaitCredentials("awarded", 2);

        // When
        ValidatableResponse answer = page(story);

        // Then
        answer.statusCode(404).body(containsString("Nothing to see here"));
    }

    @Test
    void courseCredentialsHaveNoPage() {
        // Given
        Story story = awarded("pagecourse");
        String course = story.credentials("type", "course-run").getString("results[0].uuid");

        // When
        ValidatableResponse answer = given().get(PAGE, course.replace("-", "")).then();

        // Then
        answer.statusCode(404).body(containsString("Nothing to see here"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000000040008000000000000000", "nothing", "2B8F3A8E6D5B4B439A523C1F0E6C5D11"})
    void answersNotFoundForOtherAddresses(String hex) {
        given().get(PAGE, hex).then().statusCode(404).body(containsString("Nothing to see here"));
    }

    @Test
    void usesTheVerifiedNameWhereThatIsWanted() {
        // Given
        Story story = awarded("pageverified");

        // When
        probe.send(preferences(story, 2, true));
        awaitPage(story, "Ada K. Lovelace");
        probe.sendAll(List.of(preferences(story, 1, false), preferences(story, 3, false)));

        // Then
        awaitPage(story, "<p class=\"name\"><bdi>The Countess</bdi></p>");
    }

    @Test
    void namesNobodyWhoHasLeft() {
        // Given
        Story story = awarded("pageretired");
        probe.send(preferences(story, 2, true));
        awaitPage(story, "Ada K. Lovelace");
        String hex = hex(story);

        // When
        probe.send("org.laurel.learner.retired.v1", story.learnerId(), """
                {"learner_id": "%s", "occurred_at": "%s"}""".formatted(story.learnerId(), at(60)));

        // Then
        await("the name is gone").atMost(KafkaProbe.PATIENCE).untilAsserted(() -> {
            String page =
                    given().get(PAGE, hex).then().statusCode(200).extract().asString();
            assertThat(page).contains("a learner who has left").doesNotContain("Ada", story.username());
        });
        probe.send(preferences(story, 5, true));
        assertThat(given().get(PAGE, hex).asString()).doesNotContain("Ada");
    }

    @Test
    void showsStaffAnExample() {
        // Given
        Story story = new Story("pageexample");
        story.put(1, document(story)).statusCode(201);
        String hex = story.program(1).replace("-", "");

        // When
        ValidatableResponse staff =
                given().auth().oauth2(Tokens.staff()).get(EXAMPLE, hex).then();

        // Then
        staff.statusCode(200)
                .contentType("text/html; charset=utf-8")
                .body(containsString("John Doë"))
                .body(containsString("Example with dummy values"));
        given().auth()
                .oauth2(story.token())
                .get(EXAMPLE, hex)
                .then()
                .statusCode(403)
                .body("error_code", equalTo("forbidden"));
        given().get(EXAMPLE, hex).then().statusCode(401).body("error_code", equalTo("unauthorized"));
        given().auth()
                .oauth2(Tokens.staff())
                .get(EXAMPLE, "0".repeat(32))
                .then()
                .statusCode(404)
                .contentType("text/html; charset=utf-8")
                .body(containsString("Nothing to see here"));
        given().auth()
                .oauth2(Tokens.staff())
                .get(EXAMPLE, "nonsense")
                .then()
                .statusCode(404)
                .body(containsString("Nothing to see here"));
    }

    /** The learner has completed the program of the document. */
    private Story awarded(String word) {
        Story story = new Story(word);
        story.put(1, document(story)).statusCode(201);
        probe.send(story.certificate("A", 1, "downloadable", 10));
        story.awaitCredentials("awarded", 2);
        return story;
    }

    private static String document(Story story) {
        return """
                {"title": "Program", "type": "MicroMasters", "status": "active", "total_hours_of_effort": 120,
                 "authoring_organizations": [
                   {"key": "GoodX", "name": "Good University", "certificate_logo_image_url": "https://example.org/logo.png"},
                   {"key": "OtherX", "name": "Other University", "logo_image_url": "javascript:alert(1)"}],
                 "courses": [{"title": "One", "course_runs": [{"key": "%s", "type": "verified"}]}]}
                """.formatted(story.course("A"));
    }

    private static PlatformEvent preferences(Story story, int version, boolean verified) {
        return PlatformEvent.of(
                "org.laurel.learner.certificate-preferences.changed.v1", story.learnerId(), """
                {"learner_id": "%s", "allow_certificate": true, "certificate_name": "The Countess",
                 "use_verified_name": %s, "verified_name": "Ada K. Lovelace", "certificates_visible_to": "all_users",
                 "version": %d, "occurred_at": "%s"}
                """.formatted(
                                story.learnerId(), verified, version, at(version)));
    }

    private static void configure(Story story, String members) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(members)
                .patch(CONFIGURATION, story.program(1))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse page(Story story) {
        return given().get(PAGE, hex(story)).then();
    }

    private static void awaitPage(Story story, String text) {
        String hex = hex(story);
        await("page with " + text)
                .atMost(KafkaProbe.PATIENCE)
                .untilAsserted(
                        () -> assertThat(given().get(PAGE, hex).asString()).contains(text));
    }

    private static String hex(Story story) {
        return story.credentials("type", "program").getString("results[0].uuid").replace("-", "");
    }
}

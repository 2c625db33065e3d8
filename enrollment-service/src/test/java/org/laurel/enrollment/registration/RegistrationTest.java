package org.laurel.enrollment.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PatientClient;
import org.laurel.kit.test.Tokens;
import org.laurel.kit.test.mail.MailServer;
import org.laurel.kit.test.mail.Mailbox;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(MailServer.class)
class RegistrationTest {

    private static final String PATH = "/api/user/v2/account/registration";
    private static final String SECRET = "hunter2-hunter2";

    private final Scene scene = new Scene();

    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + "/"})
    void registersByAFormAndWaitsForTheActivation(String path) {
        // Given
        var form = given().formParam("username", scene.username("ada"))
                .formParam("email", scene.email("ada"))
                .formParam("name", "Ada Lovelace")
                .formParam("password", SECRET)
                .formParam("year_of_birth", "1985")
                .formParam("country", "nl")
                .formParam("honor_code", "true");

        // When
        var answer = form.post(path).then();

        // Then
        answer.statusCode(200).body("success", equalTo(true), "redirect_url", equalTo("http://localhost:8080"));
        Scene.get(Tokens.staff(), "/learners/" + id("ada"))
                .statusCode(200)
                .body("is_active", equalTo(false), "name", equalTo("Ada Lovelace"), "version", equalTo(1));
        Scene.get(Tokens.staff(), "/learners/" + id("ada") + "/profile")
                .body("year_of_birth", equalTo(1985), "country", equalTo("NL"));
    }

    @Test
    void mailsAKeyThatActivatesOnceAndStaysHarmless() {
        // Given
        register("ada").statusCode(200);
        String key = Mailbox.key(scene.email("ada"), 1);

        // When
        var answer = given().get("/activate/" + key).then();

        // Then
        answer.statusCode(200).body("result", equalTo("activated"));
        given().get("/activate/" + key).then().statusCode(200).body("result", equalTo("already_active"));
        Scene.get(Tokens.staff(), "/learners/" + id("ada")).body("is_active", equalTo(true), "version", equalTo(2));
        assertThat(Mailbox.of(scene.email("ada")).getFirst())
                .startsWith("Activate your account at Laurel Test\n")
                .contains("http://localhost:8080/activate/" + key);
    }

    @Test
    void doesNotOpenAnAccountAgainThatWasClosed() {
        // Given
        register("ada").statusCode(200);
        String key = Mailbox.key(scene.email("ada"), 1);
        given().get("/activate/" + key).then().statusCode(200);
        Scene.put(
                        "/learners/" + id("ada"),
                        "{\"username\": \"%s\", \"email\": \"%s\", \"is_active\": false}"
                                .formatted(scene.username("ada"), scene.email("ada")))
                .statusCode(200);

        // When
        var answer = given().get("/activate/" + key).then();

        // Then
        answer.statusCode(410).body("error_code", equalTo("account_closed"));
        Scene.get(Tokens.staff(), "/learners/" + id("ada")).body("is_active", equalTo(false));
    }

    @Test
    void offersANewKeyWhenOneCameTooLate() {
        // Given
        register("ada").statusCode(200);
        String late = Mailbox.key(scene.email("ada"), 1);
        Database.current()
                .execute(
                        "update one_time_key set expires_at = now() - interval '1 hour' where learner_id = ?",
                        id("ada"));

        // When
        var answer = given().accept("text/html").get("/activate/" + late).then();

        // Then
        answer.statusCode(410).contentType("text/html").body(containsString("action=\"/activate/resend\""));
        resend(scene.email("ada").toUpperCase(Locale.ROOT)).statusCode(200).body("result", equalTo("sent"));
        given().get("/activate/" + Mailbox.key(scene.email("ada"), 2))
                .then()
                .statusCode(200)
                .body("result", equalTo("activated"));
    }

    @Test
    void answersAlikeWhenNobodyWaitsForAKey() {
        // Given
        scene.register("ada");

        // When
        var known = resend(scene.email("ada")).statusCode(200).extract().asString();

        // Then
        assertThat(resend(scene.email("nobody")).statusCode(200).extract().asString())
                .isEqualTo(known);
        resend("nobody").statusCode(400);
        Mailbox.awaitNothingFor(scene.id("ada"));
        assertThat(Mailbox.of(scene.email("ada"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html,application/xhtml+xml,*/*;q=0.8"})
    void knowsNoOtherKeys(String accept) {
        // Given the Accept header above

        // When
        var answer = given().accept(accept).get("/activate/" + "0".repeat(64)).then();

        // Then
        answer.statusCode(404)
                .contentType(accept.startsWith("text") ? "text/html" : "application/problem+json")
                .header("Referrer-Policy", "no-referrer");
    }

    @Test
    void tellsAtEachFieldWhatIsWrong() {
        // Given
        String json = """
                {"username": "two words", "email": "nowhere", "name": "<b>", "year_of_birth": 1800, "gender": "x"}""";

        // When
        var answer = post(json);

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "error_code", equalTo("validation-error"),
                        "username[0].user_message", containsString("username"),
                        "email[0].user_message", containsString("email"),
                        "name[0].user_message", containsString("name"),
                        "year_of_birth[0].user_message", containsString("between"),
                        "gender[0].user_message", containsString("allowed"),
                        "violations.field", hasItems("username", "email", "name", "year_of_birth", "gender"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"username\": \"a\\u0000b\", \"email\": \"a@b\", \"name\": \"c\"}", "[]", "{"})
    void refusesWhatIsNoRegistration(String json) {
        // Given the body above

        // When
        var answer = post(json);

        // Then
        answer.statusCode(400);
    }

    @Test
    void tellsWhatAnotherLearnerHasIgnoringCase() {
        // Given
        scene.register("ada");
        String taken = """
                {"username": "%s", "email": "%s", "name": "Ada"}""".formatted(
                        scene.username("ada").toUpperCase(Locale.ROOT),
                        scene.email("ada").toUpperCase(Locale.ROOT));

        // When
        var answer = post(taken);

        // Then
        answer.statusCode(409)
                .body(
                        "error_code", equalTo("duplicate-email-username"),
                        "status", equalTo(409),
                        "username[0].user_message", equalTo("Another learner has this username."),
                        "email[0].user_message", equalTo("Another learner has this email address."));
    }

    @Test
    void letsOneOfThoseHaveAUsernameWhoAskForItAtOnce() {
        // Given
        List<String> requests = IntStream.range(0, 4)
                .mapToObj(i -> body(scene.username("ada"), scene.email("ada" + i)))
                .toList();

        // When
        List<Integer> statuses = requests.parallelStream()
                .map(json -> PatientClient.served(() -> post(json).extract().statusCode()))
                .sorted()
                .toList();

        // Then
        assertThat(statuses).containsExactly(200, 409, 409, 409);
        Scene.get(Tokens.staff(), "/learners?q=" + scene.username("ada")).body("results", hasSize(1));
    }

    @Test
    void registersOnceUnderOneIdempotencyKey() {
        // Given
        String json = body(scene.username("ada"), scene.email("ada"));
        String key = scene.id("key");

        // When
        List<Integer> statuses = Stream.of(json, json, json.replace("Ada", "Eve"))
                .map(each -> given().header("Idempotency-Key", key)
                        .contentType("application/json")
                        .body(each)
                        .post(PATH)
                        .statusCode())
                .toList();

        // Then
        assertThat(statuses).containsExactly(200, 200, 422);
        Mailbox.await(scene.email("ada"), 1);
        Mailbox.awaitNothingFor(id("ada"));
        assertThat(Mailbox.of(scene.email("ada"))).hasSize(1);
    }

    @Test
    void keepsNoPasswordAndNoKeyInClear() {
        // Given
        register("ada").statusCode(200);
        String key = Mailbox.key(scene.email("ada"), 1);

        // When
        List<String> tables = Database.current()
                .query("select table_name from information_schema.tables where table_schema = 'public'")
                .stream()
                .map(row -> String.valueOf(row.get("table_name")))
                .toList();

        // Then
        assertThat(tables).contains("one_time_key", "mail", "idempotency_key").allSatisfy(table -> {
            String holding = Database.current()
                    .value(
                            "select count(*) from " + table + " t where t::text like ? or t::text like ?",
                            "%" + SECRET + "%",
                            "%" + key + "%");
            assertThat(holding).as(table).isEqualTo("0");
        });
    }

    @Test
    void slowsDownWhoTriesTheSameAddressAgainAndAgain() {
        // Given
        String json = "{\"username\": \"\", \"email\": \"%s\", \"name\": \"Ada\"}".formatted(scene.email("ada"));
        for (int i = 0; i < 10; i++) {
            post(json).statusCode(400);
        }

        // When
        var answer = post(json);

        // Then
        answer.statusCode(429).header("Retry-After", not(equalTo("0")));
    }

    private ValidatableResponse register(String name) {
        return post(body(scene.username(name), scene.email(name)));
    }

    private static String body(String username, String email) {
        return """
                {"username": "%s", "email": "%s", "name": "Ada Lovelace", "password": "%s"}""".formatted(username, email, SECRET);
    }

    private static ValidatableResponse post(String json) {
        return given().contentType("application/json").body(json).post(PATH).then();
    }

    private static ValidatableResponse resend(String email) {
        return given().formParam("email", email).post("/activate/resend").then();
    }

    private String id(String name) {
        return String.valueOf(
                Database.current().value("select learner_id from learner where username = ?", scene.username(name)));
    }
}

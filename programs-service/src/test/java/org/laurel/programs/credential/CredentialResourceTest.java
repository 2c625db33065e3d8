package org.laurel.programs.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Credentials by REST. The learner holds a program, its two courses, a course outside it, and one course is revoked. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CredentialResourceTest {

    private static final String LIST = "/api/v2/credentials/";
    private static final Story ADA = new Story("ada");
    private static final Story FUTURE = new Story("future");
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    @BeforeEach
    void giveCredentialsOnce() {
        if (ADA.credentials().getInt("count") > 0) {
            return;
        }
        ADA.put(1, List.of(List.of("A"), List.of("B", "R"))).statusCode(201);
        FUTURE.put(1, List.of(List.of("A"))).statusCode(201);
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.program-credentials")) {
            probe.sendAll(List.of(
                    ADA.certificate("A", 1, "downloadable", 10),
                    ADA.certificate("B", 1, "downloadable", 20),
                    ADA.certificate("R", 1, "downloadable", 30),
                    ADA.certificate("R", 2, "notpassing", 31),
                    ADA.certificate("X", 1, "downloadable", 40),
                    FUTURE.certificate("A", 1, "downloadable", "verified", 10, NEVER)));
            // Before the last two facts are taken there are four for a moment, too.
            ADA.awaitCredentials("revoked", 1);
            ADA.awaitCredentials("awarded", 4);
            FUTURE.awaitCredentials("awarded", 2);
        }
    }

    @Test
    void listsALearnersCredentialsInTheShapeThatClientsRead() {
        // When
        ValidatableResponse answer = list(Tokens.service(), "username", ADA.username());

        // Then
        answer.statusCode(200)
                .body("count", equalTo(5))
                .body("next", nullValue())
                .body("previous", nullValue())
                .body("results[0].username", equalTo("user-ada"))
                .body("results[0].credential.type", equalTo("course-run"))
                .body("results[0].credential.course_run_key", equalTo(ADA.course("A")))
                .body("results[0].credential.mode", equalTo("verified"))
                .body("results[0].credential", not(hasKey("program_uuid")))
                .body("results[0].status", equalTo("awarded"))
                .body("results[0].attributes", empty())
                .body("results[0]", hasKey("date_override"))
                .body("results[0].date_override", nullValue())
                .body("results[0].created", equalTo("2026-02-03T04:10:00Z"))
                .body("results[0].modified", equalTo("2026-02-03T04:10:00Z"));
    }

    @Test
    void showsAProgramCredentialWithItsPage() {
        // When
        ValidatableResponse answer = list(Tokens.staff(), "username", ADA.username(), "type", "program");

        // Then
        String uuid = answer.statusCode(200)
                .body("count", equalTo(1))
                .body("results[0].credential.type", equalTo("program"))
                .body("results[0].credential.program_uuid", equalTo(ADA.program(1)))
                .body("results[0].credential.credential_id", notNullValue())
                .body("results[0].credential", not(hasKey("mode")))
                .extract()
                .path("results[0].uuid");
        answer.body("results[0].certificate_url", endsWith("/credentials/" + uuid.replace("-", "") + "/"));
    }

    @ParameterizedTest
    @CsvSource({
        "status, awarded, 4",
        "status, revoked, 1",
        "type, program, 1",
        "type, course-run, 4",
        "type, badge, 5",
        "only_visible, true, 5",
        "only_visible, True, 5",
        "only_visible, false, 5",
        "program_uuid, garbage, 0",
        "program_uuid, 00000000-0000-4000-8000-00000000dead, 0",
    })
    void filters(String parameter, String value, int count) {
        // When
        ValidatableResponse answer = list(Tokens.staff(), "username", ADA.username(), parameter, value);

        // Then
        answer.statusCode(200).body("count", equalTo(count)).body("results.size()", equalTo(count));
    }

    /** The program's credential and the course credentials of its runs, with and without hyphens in the uuid. */
    @ParameterizedTest
    @CsvSource({"-", "''"})
    void filtersByProgram(String hyphen) {
        // When
        ValidatableResponse answer =
                list(Tokens.staff(), "program_uuid", ADA.program(1).replace("-", hyphen));

        // Then
        answer.statusCode(200)
                .body("count", equalTo(4))
                .body(
                        "results.credential.course_run_key",
                        containsInAnyOrder(ADA.course("A"), ADA.course("B"), ADA.course("R"), null));
    }

    /** Available in the year 9999 on the only run. */
    @Test
    void hidesWhatTheLearnerMayNotSeeYetWhenAskedTo() {
        // When
        ValidatableResponse visible = list(FUTURE.token(), "username", FUTURE.username(), "only_visible", "True");

        // Then
        visible.statusCode(200).body("count", equalTo(0));
        assertThat(FUTURE.credentials().getInt("count")).isEqualTo(2);
    }

    @Test
    void pages() {
        // When
        ValidatableResponse answer = list(Tokens.staff(), "username", ADA.username(), "page", "2", "page_size", "2");

        // Then
        answer.statusCode(200)
                .body("count", equalTo(5))
                .body("results.size()", equalTo(2))
                .body("next", containsString("page=3"))
                .body("previous", containsString("page=1"));
    }

    @Test
    void goesOnByCursorInTheOrderOfThePages() {
        // Given
        List<String> all = ADA.credentials().getList("results.uuid");
        ValidatableResponse page = list(ADA.token(), "username", ADA.username(), "page_size", "2");
        List<String> read = new ArrayList<>(page.extract().<List<String>>path("results.uuid"));
        String cursor = page.extract().path("next_cursor");

        // When
        while (cursor != null) {
            page = list(ADA.token(), "username", ADA.username(), "page_size", "2", "cursor", cursor);
            page.statusCode(200).body("count", equalTo(5)).body("current_page", nullValue());
            read.addAll(page.extract().<List<String>>path("results.uuid"));
            cursor = page.extract().path("next_cursor");
            page.body("next", cursor == null ? nullValue() : endsWith("&cursor=" + cursor));
        }

        // Then
        assertThat(read).isEqualTo(all).hasSize(5);
    }

    /** All credentials together, of which other tests make more. */
    @ParameterizedTest
    @CsvSource({"type, course-run", "type, program", "status, awarded", "only_visible, true", "type, any"})
    void readsAllByNumberAndByCursorAlike(String parameter, String value) {
        // Given
        ValidatableResponse first = list(Tokens.staff(), parameter, value, "page_size", "1");
        List<String> second = uuids(list(Tokens.staff(), parameter, value, "page_size", "1", "page", "2"));

        // When
        ValidatableResponse next = list(
                Tokens.staff(),
                parameter,
                value,
                "page_size",
                "1",
                "cursor",
                first.extract().path("next_cursor"));

        // Then
        assertThat(uuids(next)).isEqualTo(second).hasSize(1);
        assertThat(uuids(list(Tokens.staff(), parameter, value, "page_size", "2"))
                        .subList(1, 2))
                .isEqualTo(second);
        assertThat(uuids(first)).hasSize(1).doesNotContainAnyElementsOf(second);
    }

    private static List<String> uuids(ValidatableResponse page) {
        return page.statusCode(200).extract().path("results.uuid");
    }

    @ParameterizedTest
    @CsvSource({
        "page, x, invalid_page",
        "page, 0, invalid_page",
        "page_size, -1, invalid_page",
        "page, 99999, page_too_deep",
        "cursor, x, invalid_cursor",
        "cursor, 17, invalid_cursor",
        "status, lost, invalid_status",
    })
    void refusesParametersThatDoNotParse(String parameter, String value, String code) {
        // When
        ValidatableResponse answer = list(Tokens.staff(), parameter, value);

        // Then
        answer.statusCode(400).contentType("application/problem+json").body("error_code", equalTo(code));
    }

    @Test
    void letsLearnersListTheirOwnIgnoringCase() {
        // When
        ValidatableResponse answer =
                list(ADA.token(), "username", ADA.username().toUpperCase(Locale.ROOT));

        // Then
        answer.statusCode(200).body("count", equalTo(5));
    }

    /** The replica still gives the username to the learner who had it before. */
    @Test
    void showsNothingOfTheFormerOwnerOfAUsername() {
        // Given
        String token = Tokens.learner("id-successor", ADA.username());

        // When
        ValidatableResponse answer = list(token, "username", ADA.username());

        // Then
        answer.statusCode(200).body("count", equalTo(0)).body("results", empty());
    }

    @Test
    void keepsLearnersFromTheCredentialsOfOthers() {
        // When
        ValidatableResponse others = list(ADA.token(), "username", FUTURE.username());
        ValidatableResponse all = list(ADA.token());

        // Then
        others.statusCode(403).contentType("application/problem+json").body("error_code", equalTo("forbidden"));
        all.statusCode(403).body("error_code", equalTo("forbidden"));
    }

    @Test
    void listsNothingForAnUnknownLearner() {
        // When
        ValidatableResponse answer = list(Tokens.staff(), "username", "nobody");

        // Then
        answer.statusCode(200).body("count", equalTo(0)).body("results", empty());
    }

    @Test
    void answersWithoutTheLastSlashToo() {
        // Given
        String uuid = ADA.credentials("type", "program").getString("results[0].uuid");

        // When
        var list = given().auth().oauth2(Tokens.staff()).get("/api/v2/credentials?username=user-ada");
        var single = given().auth().oauth2(Tokens.staff()).get(LIST + uuid);

        // Then
        list.then().statusCode(200).body("count", equalTo(5));
        single.then().statusCode(200).body("uuid", equalTo(uuid));
    }

    @Test
    void givesStaffOneCredential() {
        // Given
        String uuid = ADA.credentials("type", "program").getString("results[0].uuid");

        // When
        var answer = given().auth().oauth2(Tokens.staff()).get(LIST + uuid + "/");

        // Then
        answer.then()
                .statusCode(200)
                .body("uuid", equalTo(uuid))
                .body("credential.program_uuid", equalTo(ADA.program(1)));
    }

    /** The learner's own credential too: the list is the only way to it. */
    @Test
    void keepsLearnersFromSingleCredentials() {
        // Given
        String uuid = ADA.credentials("type", "program").getString("results[0].uuid");

        // When
        var answer = given().auth().oauth2(ADA.token()).get(LIST + uuid + "/");

        // Then
        answer.then().statusCode(403).body("error_code", equalTo("forbidden"));
    }

    @ParameterizedTest
    @CsvSource({"00000000-0000-4000-8000-00000000dead", "garbage"})
    void answersNotFoundForUnknownCredentials(String uuid) {
        // When
        var answer = given().auth().oauth2(Tokens.staff()).get(LIST + uuid + "/");

        // Then
        answer.then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("error_code", equalTo("credential_not_found"));
    }

    private static ValidatableResponse list(String token, String... query) {
        var request = given().auth().oauth2(token);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get(LIST).then();
    }
}

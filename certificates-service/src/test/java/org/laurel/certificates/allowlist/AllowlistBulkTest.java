package org.laurel.certificates.allowlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.Classroom;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.StatementCount;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class AllowlistBulkTest {

    private static final String BULK = "/api/certificates/v1/course-runs/{c}/allowlist:bulk";
    private static final String UPLOAD = "/api/certificates/v1/course-runs/{c}/allowlist:upload";

    @Inject
    StatementCount statements;

    @Test
    void addsWhomItCanAndTellsWhyOthersAreRefused() {
        // Given
        Classroom room = Classroom.open("ab-mixed").enrolled("ada", "bob").unenrolled("gone");

        // When
        ValidatableResponse answer = bulk(
                room.asStaff(),
                "{\"entries\": [{\"username\": \"%s\", \"notes\": \"n\"}, {\"username\": \"%s\"}, {\"username\": \"ab-x\"},"
                                .formatted(room.username("ada"), room.username("gone"))
                        + " {\"username\": \" %s \"}, {\"username\": \"%s\"}]}"
                                .formatted(room.email("bob"), room.username("ada")));

        // Then
        answer.statusCode(200)
                .body("added", equalTo(2), "refused", equalTo(3))
                .body("results.outcome", contains("added", "refused", "refused", "added", "refused"))
                .body("results.reason", contains(null, "not_enrolled", "unknown_learner", null, "already_listed"));
        assertThat(room.status("ada")).isEqualTo("downloadable");
        assertThat(room.status("bob")).isEqualTo("downloadable");
    }

    @Test
    void aThousandLearnersTakeAsManyStatementsAsTen() {
        // Given
        Classroom room = Classroom.open("ab-many");
        String[] ten = learners(0, 10);
        String[] thousand = learners(10, 1010);
        room.enrolled(ten).enrolled(thousand);

        // When
        long few = statements.during(
                () -> bulk(room.asStaff(), entries(room, ten)).statusCode(200).body("added", equalTo(10)));
        long many = statements.during(() ->
                bulk(room.asStaff(), entries(room, thousand)).statusCode(200).body("added", equalTo(1000)));

        // Then
        assertThat(many).isEqualTo(few).isGreaterThan(10);
        assertThat(room.rows("certificate", "and status = 'downloadable'")).isEqualTo(1010);
    }

    @Test
    void refusesListsThatAreEmptyOrTooLong() {
        Classroom room = Classroom.open("ab-size");

        bulk(room.asStaff(), "{\"entries\": []}").statusCode(400);
        bulk(room.asStaff(), "{}").statusCode(400);
        bulk(room.asStaff(), "{\"entries\": [{}]}").statusCode(400);
        bulk(room.asStaff(), entries(room, learners(0, 1001))).statusCode(400);
    }

    @Test
    void anUploadGivesEachRowItsResultAndNumber() {
        // Given
        Classroom room = Classroom.open("ab-file").enrolled("ada", "bob");
        String csv = "\uFEFF%s,\"ill, twice\"\r\n\r\n%s\r\nab-nobody,\r\n%s,a,b\r\n,x\r\n"
                .formatted(room.username("ada"), room.email("bob"), room.username("bob"));

        // When
        ValidatableResponse answer = upload(room, "list.CSV", csv.getBytes(StandardCharsets.UTF_8));

        // Then
        answer.statusCode(200)
                .body("added", equalTo(2))
                .body("results.row", contains(1, 3, 4, 5, 6))
                .body("results.outcome", contains("added", "added", "refused", "refused", "refused"))
                .body("results.reason", contains(null, null, "unknown_learner", "malformed_row", "malformed_row"))
                .body("results[0].message", nullValue());
        room.asStaff()
                .get("/api/certificates/v1/course-runs/{c}/allowlist/{u}", room.username("ada"))
                .then()
                .body("notes", equalTo("ill, twice"));
    }

    @Test
    void aNoteThatIsTooLongAndABlankNameKeepNobodyElseOff() {
        // Given
        Classroom room = Classroom.open("ab-note").enrolled("ada", "bob");

        // When
        ValidatableResponse answer = bulk(
                room.asStaff(),
                "{\"entries\": [{\"username\": \"%s\", \"notes\": \"%s\"}, {\"username\": \" \"}, {\"username\": \"%s\"}]}"
                        .formatted(room.username("ada"), "x".repeat(1_001), room.username("bob")));

        // Then
        answer.statusCode(200)
                .body("results.outcome", contains("refused", "refused", "added"))
                .body("results.reason", contains("notes_too_long", "unknown_learner", null));
    }

    @Test
    void anUploadRefusesNotesThatAreTooLong() {
        // Given
        Classroom room = Classroom.open("ab-long").enrolled("ada");

        // When
        ValidatableResponse answer = upload(
                room, "list.csv", (room.username("ada") + "," + "x".repeat(1_001)).getBytes(StandardCharsets.UTF_8));

        // Then
        answer.statusCode(200)
                .body("added", equalTo(0))
                .body("results.reason", contains("notes_too_long"))
                .body("results[0].message", containsString("1,000"));
    }

    @Test
    void aLearnerWhoCannotBeDecidedAboutDoesNotKeepTheOthersOff() {
        // Given
        Classroom room = Classroom.open("ab-odd").enrolled("ada", "broken", "zoe");

        // When
        ValidatableResponse answer = bulk(room.asStaff(), entries(room, new String[] {"ada", "broken", "zoe"}));

        // Then
        answer.statusCode(200)
                .body("added", equalTo(2))
                .body("results.outcome", contains("added", "refused", "added"))
                .body("results[1].reason", equalTo("failed"))
                .body("results[1].message", containsString("Nothing could be decided"));
        assertThat(room.status("zoe")).isEqualTo("downloadable");
        assertThat(room.rows("allowlist_entry", "")).isEqualTo(2);
    }

    @Test
    void underAnIdempotencyKeyToo() {
        // Given
        Classroom room = Classroom.open("ab-oddkey").enrolled("ada", "broken", "zoe");
        String body = entries(room, new String[] {"ada", "broken", "zoe"});

        // When
        ValidatableResponse answer = bulk(room.asStaff().header("Idempotency-Key", "ab-oddkey"), body);

        // Then
        answer.statusCode(200).body("results.outcome", contains("added", "refused", "added"));
        bulk(room.asStaff().header("Idempotency-Key", "ab-oddkey"), body)
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("added", equalTo(2));
        assertThat(room.status("zoe")).isEqualTo("downloadable");
    }

    @Test
    void refusesFilesThatItCannotRead() {
        Classroom room = Classroom.open("ab-unreadable");

        upload(room, "list.txt", new byte[] {'a'}).statusCode(400).body("error_code", equalTo("not_a_csv_file"));
        upload(room, "list.csv", "Jürgen,x".getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(400)
                .body("error_code", equalTo("not_utf8"));
        upload(room, "list.csv", "a,b".getBytes(StandardCharsets.UTF_16))
                .statusCode(400)
                .body("error_code", equalTo("not_utf8"));
        upload(room, "list.csv", new byte[5 * 1024 * 1024 + 1])
                .statusCode(400)
                .body("error_code", equalTo("file_too_large"));
        upload(room, "list.csv", "a\n".repeat(10_001).getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("error_code", equalTo("file_too_large"));
        room.asStaff()
                .multiPart("other", "text")
                .post(UPLOAD)
                .then()
                .statusCode(400)
                .body("error_code", equalTo("file_missing"));
    }

    @Test
    void anUploadThatIsRepeatedUnderItsKeyIsDoneOnce() {
        // Given
        Classroom room = Classroom.open("ab-again").enrolled("ada");
        byte[] csv = room.username("ada").getBytes(StandardCharsets.UTF_8);
        keyed(room, csv).statusCode(200).body("added", equalTo(1));

        // When
        ValidatableResponse again = keyed(room, csv);
        ValidatableResponse other = keyed(room, "other".getBytes(StandardCharsets.UTF_8));

        // Then
        again.statusCode(200).header("Idempotency-Replayed", "true").body("added", equalTo(1));
        other.statusCode(422);
    }

    @Test
    void onlyCourseAdministratorsMay() {
        Classroom room = Classroom.open("ab-access");

        bulk(room.as(room.tokenOf("staff")), "{\"entries\": [{\"username\": \"a\"}]}")
                .statusCode(403);
        bulk(room.as(Tokens.learner("ab", "ab")), "{\"entries\": [{\"username\": \"a\"}]}")
                .statusCode(403);
        room.as(Tokens.learner("ab", "ab"))
                .multiPart("file", "a.csv", new byte[] {'a'})
                .post(UPLOAD)
                .then()
                .statusCode(403);
        bulk(room.as(room.tokenOf("instructor")), "{\"entries\": [{\"username\": \"a\"}]}")
                .statusCode(200);
    }

    private static ValidatableResponse keyed(Classroom room, byte[] csv) {
        return room.asStaff()
                .header("Idempotency-Key", "ab-again")
                .multiPart("file", "list.csv", csv)
                .post(UPLOAD)
                .then();
    }

    private static ValidatableResponse upload(Classroom room, String name, byte[] content) {
        return room.asStaff().multiPart("file", name, content).post(UPLOAD).then();
    }

    private static ValidatableResponse bulk(RequestSpecification request, String body) {
        return request.contentType("application/json").body(body).post(BULK).then();
    }

    private static String[] learners(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "l" + i).toArray(String[]::new);
    }

    private static String entries(Classroom room, String[] who) {
        return Arrays.stream(who)
                .map(learner -> "{\"username\": \"" + room.username(learner) + "\"}")
                .collect(Collectors.joining(",", "{\"entries\": [", "]}"));
    }
}

package org.laurel.certificates.instructor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
class InstructorV2Test {

    private static final String EXCEPTIONS = "/api/instructor/v2/courses/{c}/certificates/exceptions";
    private static final String BULK = EXCEPTIONS + "/bulk";
    private static final String INVALIDATIONS = "/api/instructor/v2/courses/{c}/certificates/invalidations";

    @Inject
    StatementCount statements;

    @Test
    void addsExceptionsAndTellsWhichFailed() {
        // Given
        Classroom room = Classroom.open("i2-add").enrolled("ada", "bob").unenrolled("gone");

        // When
        ValidatableResponse answer = post(
                room.asStaff(),
                EXCEPTIONS,
                learners(room.username("ada"), " " + room.email("bob"), room.username("gone"), "i2-nobody", ""));

        // Then
        answer.statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("success", contains(room.username("ada"), " " + room.email("bob")))
                .body("errors.learner", contains(room.username("gone"), "i2-nobody", ""))
                .body("errors[0].message", containsString("not actively enrolled"))
                .body("errors[1].message", containsString("does not exist"));
        assertThat(room.status("bob")).isEqualTo("downloadable");
    }

    @Test
    void removesAnException() {
        // Given
        Classroom room = Classroom.open("i2-remove").enrolled("ada", "bob");
        post(room.asStaff(), EXCEPTIONS, learners(room.username("ada"))).statusCode(200);

        // When
        ValidatableResponse answer = delete(room, EXCEPTIONS, room.username("ada"));

        // Then
        answer.statusCode(200).body("message", containsString("removed"));
        assertThat(room.certificate("ada", "reason")).isEqualTo("allowlist_removal");
        delete(room, EXCEPTIONS, "i2-nobody").statusCode(400).body("error_code", equalTo("learner_not_found"));
        delete(room, EXCEPTIONS, room.username("bob")).statusCode(404).body("error_code", equalTo("not_on_allowlist"));
        delete(room, EXCEPTIONS, " ").statusCode(400);
    }

    @Test
    void aFileNamesLearnersInItsFirstColumn() {
        // Given
        Classroom room = Classroom.open("i2-file").enrolled("ada", "bob");
        String csv = " %s \r\n\r\n%s,\"ill, twice\",more\r\n,x\r\ni2-nobody,\r\n"
                .formatted(room.username("ada"), room.username("bob"));

        // When
        ValidatableResponse answer = upload(room, "list.csv", csv.getBytes(StandardCharsets.UTF_8));

        // Then
        answer.statusCode(200)
                .body("success", contains(room.username("ada"), room.username("bob")))
                .body("errors.learner", contains("i2-nobody"));
        room.asStaff()
                .get("/api/certificates/v1/course-runs/{c}/allowlist/{u}", room.username("bob"))
                .then()
                .body("notes", equalTo("ill, twice"));
    }

    @Test
    void refusesFilesThatItCannotRead() {
        Classroom room = Classroom.open("i2-bad-file");

        upload(room, "list.txt", new byte[] {'a'}).statusCode(400).body("error_code", equalTo("not_a_csv_file"));
        upload(room, "list.csv", "\n\n ,x\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("error_code", equalTo("file_empty"));
        upload(room, "list.csv", "Jürgen".getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(400)
                .body("error_code", equalTo("not_utf8"));
        upload(room, "list.csv", new byte[5 * 1024 * 1024 + 1])
                .statusCode(400)
                .body("error_code", equalTo("file_too_large"));
        room.asStaff()
                .multiPart("other", "x")
                .post(BULK)
                .then()
                .statusCode(400)
                .body("error_code", equalTo("file_missing"));
    }

    @Test
    void invalidatesCertificatesAndTellsWhichFailed() {
        // Given
        Classroom room = Classroom.open("i2-invalid").enrolled("ada", "deleted", "none", "listed");
        room.passed("ada", "deleted");
        post(room.asStaff(), EXCEPTIONS, learners(room.username("listed"))).statusCode(200);
        room.asStaff()
                .post("/api/certificates/v1/learners/{u}/courses/{c}/certificate:delete", room.username("deleted"))
                .then()
                .statusCode(200);

        // When
        ValidatableResponse answer = post(
                room.asStaff(),
                INVALIDATIONS,
                learners(
                        room.username("ada"),
                        room.username("deleted"),
                        room.username("none"),
                        room.username("listed"),
                        "i2-nobody",
                        room.email("ada")));

        // Then
        answer.statusCode(200)
                .body("success", contains(room.username("ada")))
                .body("errors", hasSize(5))
                .body("errors[0].message", containsString("has no certificate"))
                .body("errors[1].message", containsString("has no certificate"))
                .body("errors[2].message", containsString("on the allowlist"))
                .body("errors[3].message", containsString("does not exist"))
                .body("errors[4].message", containsString("invalidated already"));
        assertThat(room.status("ada")).isEqualTo("unavailable");
        assertThat(room.status("listed")).isEqualTo("downloadable");
    }

    @Test
    void takesAnInvalidationBack() {
        // Given
        Classroom room =
                Classroom.open("i2-back").enrolled("ada", "none", "valid").passed("ada", "valid");
        post(room.asStaff(), INVALIDATIONS, learners(room.username("ada"))).statusCode(200);

        // When
        ValidatableResponse answer = delete(room, INVALIDATIONS, room.username("ada"));

        // Then
        answer.statusCode(200).body("message", containsString("no longer invalidated"));
        assertThat(room.status("ada")).isEqualTo("downloadable");
        delete(room, INVALIDATIONS, "i2-nobody").statusCode(400);
        delete(room, INVALIDATIONS, room.username("none"))
                .statusCode(404)
                .body("error_code", equalTo("no_certificate_for_user"));
        delete(room, INVALIDATIONS, room.username("valid"))
                .statusCode(404)
                .body("error_code", equalTo("not_invalidated"));
    }

    @Test
    void refusesListsThatAreEmptyOrTooLongAndNotesThatAreTooLong() {
        Classroom room = Classroom.open("i2-size");
        String tooMany =
                learners(IntStream.range(0, 1001).mapToObj(i -> "l" + i).toArray(String[]::new));

        for (String path : new String[] {EXCEPTIONS, INVALIDATIONS}) {
            post(room.asStaff(), path, "{\"learners\": []}").statusCode(400).body("violations", hasSize(1));
            post(room.asStaff(), path, "{}").statusCode(400);
            post(room.asStaff(), path, "{\"learners\": \"ada\"}").statusCode(400);
            post(room.asStaff(), path, "{\"learners\": [null]}").statusCode(400);
            post(room.asStaff(), path, tooMany).statusCode(400);
            post(room.asStaff(), path, "{\"learners\": [\"a\"], \"notes\": \"" + "x".repeat(1001) + "\"}")
                    .statusCode(400);
            post(room.asStaff(), path, "{\"learners\": [\"a\"], \"notes\": \"" + "x".repeat(1000) + "\"}")
                    .statusCode(200);
        }
    }

    @Test
    void aThousandLearnersTakeAsManyStatementsAsOne() {
        // Given
        Classroom room = Classroom.open("i2-many");
        String[] thousand = IntStream.range(0, 1000).mapToObj(i -> "l" + i).toArray(String[]::new);
        room.enrolled(thousand).enrolled("single").passed(thousand).passed("single");
        String one = learners(room.username("single"));
        String all = learners(Arrays.stream(thousand).map(room::username).toArray(String[]::new));

        // When
        long few = statements.during(
                () -> post(room.asStaff(), INVALIDATIONS, one).body("success", hasSize(1), "withheld", empty()));
        long many = statements.during(
                () -> post(room.asStaff(), INVALIDATIONS, all).body("success", hasSize(1000), "errors", empty()));

        // Then: whether a wave of revocations takes too great a share is asked with a statement or two
        assertThat(many).isGreaterThan(10).isCloseTo(few, within(4L));
        assertThat(room.rows("certificate_invalidation", "and active")).isEqualTo(1001);
    }

    @Test
    void tellsWhoseCertificatesWaitWhenAWaveOfInvalidationsIsHeldBack() {
        // Given
        Classroom room = Classroom.open("i2-held");
        String[] everybody = IntStream.range(0, 30).mapToObj(i -> "l" + i).toArray(String[]::new);
        room.enrolled(everybody).passed(everybody);
        String all = learners(Arrays.stream(everybody).map(room::username).toArray(String[]::new));

        // When
        ValidatableResponse answer = post(room.asStaff(), INVALIDATIONS, all);

        // Then
        answer.statusCode(200).body("success", hasSize(30), "errors", empty(), "withheld", hasSize(30));
        assertThat(room.status("l0")).isEqualTo("downloadable");
        room.asStaff()
                .get("/api/certificates/v1/course-runs/{c}/invalidations?limit=1")
                .then()
                .body("results[0].active", equalTo(true), "results[0].withheld", equalTo(true));
    }

    @Test
    void onlyCourseAdministratorsMay() {
        // Given
        Classroom room = Classroom.open("i2-access").enrolled("ada");

        // Then
        for (String token : new String[] {
            room.tokenOf("staff"), Tokens.support(), Tokens.service(), Tokens.learner(room.id("ada"), "ada")
        }) {
            for (String path : new String[] {EXCEPTIONS, INVALIDATIONS}) {
                post(room.as(token), path, learners(room.username("ada")))
                        .statusCode(403)
                        .header("Cache-Control", containsString("no-store"));
                room.as(token)
                        .contentType("application/json")
                        .body("{\"username\": \"ada\"}")
                        .delete(path)
                        .then()
                        .statusCode(403);
            }
            room.as(token)
                    .multiPart("file", "a.csv", new byte[] {'a'})
                    .post(BULK)
                    .then()
                    .statusCode(403);
        }
        post(room.as(room.tokenOf("instructor")), EXCEPTIONS, learners(room.username("ada")))
                .statusCode(200);
    }

    @Test
    void keysThatAreNoneAndUnknownRunsAreNotFound() {
        Classroom unknown = new Classroom("i2-unknown");

        for (String path : new String[] {EXCEPTIONS, INVALIDATIONS}) {
            post(unknown.asStaff(), path, learners("a")).statusCode(404);
            post(unknown.asStaff().pathParam("c", "nonsense"), path, learners("a"))
                    .statusCode(404)
                    .body("error_code", equalTo("course_id_not_valid"));
            delete(unknown, path, "a").statusCode(404);
        }
        upload(unknown, "a.csv", new byte[] {'a'}).statusCode(404);
    }

    private static String learners(String... names) {
        return Arrays.stream(names)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(",", "{\"learners\": [", "]}"));
    }

    private static ValidatableResponse post(RequestSpecification request, String path, String body) {
        return request.contentType("application/json").body(body).post(path).then();
    }

    private static ValidatableResponse delete(Classroom room, String path, String username) {
        return room.asStaff()
                .contentType("application/json")
                .body("{\"username\": \"" + username + "\"}")
                .delete(path)
                .then();
    }

    private static ValidatableResponse upload(Classroom room, String name, byte[] content) {
        return room.asStaff().multiPart("file", name, content).post(BULK).then();
    }
}

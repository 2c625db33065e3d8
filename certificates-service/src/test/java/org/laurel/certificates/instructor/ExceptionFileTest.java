package org.laurel.certificates.instructor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.Classroom;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.StatementCount;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ExceptionFileTest {

    private static final String PATH = "/courses/{c}/instructor/api/generate_bulk_certificate_exceptions";

    @Inject
    StatementCount statements;

    @Test
    void aRowWithTooLongNotesIsMalformed() {
        // Given
        Classroom room = Classroom.open("ef-long").enrolled("ada", "bob");
        String csv = "%s,%s\r\n%s,%s\r\n"
                .formatted(room.username("ada"), "x".repeat(1_001), room.username("bob"), "x".repeat(1_000));

        // When
        ValidatableResponse answer = upload(room, "list.csv", csv.getBytes(StandardCharsets.UTF_8));

        // Then
        answer.statusCode(200)
                .body("success", contains("user \"" + room.username("bob") + "\" in row# 2"))
                .body("row_errors.data_format_error", contains("user \"" + room.username("ada") + "\" in row# 1"));
    }

    @Test
    void sortsTheRowsIntoBucketsAndCountsBlankLines() {
        // Given
        Classroom room = Classroom.open("ef-buckets")
                .enrolled("ada", "barred")
                .unenrolled("gone")
                .passed("barred");
        room.asStaff()
                .body("{\"user\": \"%s\"}".formatted(room.username("barred")))
                .post("/courses/{c}/instructor/api/certificate_invalidation_view/")
                .then()
                .statusCode(200);
        String csv = "%1$s,ill\r\n\r\n%1$s,a,b\r\nef-nobody,\r\n%1$s,again\r\n%2$s,x\r\n%3$s,y\r\n"
                .formatted(room.username("ada"), room.email("gone"), room.username("barred"));

        // When
        ValidatableResponse answer = upload(room, "list.csv", csv.getBytes(StandardCharsets.UTF_8));

        // Then
        answer.statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("general_errors", empty())
                .body("success", contains("user \"" + room.username("ada") + "\" in row# 1"))
                .body("row_errors.data_format_error", contains("user \"" + room.username("ada") + "\" in row# 3"))
                .body("row_errors.user_not_exist", contains("user \"ef-nobody\" in row# 4"))
                .body(
                        "row_errors.user_already_allowlisted",
                        contains("user \"" + room.username("ada") + "\" in row# 5"))
                .body("row_errors.user_not_enrolled", contains("user \"" + room.email("gone") + "\" in row# 6"))
                .body(
                        "row_errors.user_on_certificate_invalidation_list",
                        contains("user \"" + room.username("barred") + "\" in row# 7"));
        assertThat(room.rows("allowlist_entry", "")).isEqualTo(1);
    }

    @Test
    void anInvalidationIsToldBeforeAMissingEnrollment() {
        // Given
        Classroom room = Classroom.open("ef-order").enrolled("ada").passed("ada");
        room.asStaff()
                .body("{\"user\": \"%s\"}".formatted(room.username("ada")))
                .post("/courses/{c}/instructor/api/certificate_invalidation_view/")
                .then()
                .statusCode(200);
        Database.current().execute("update standing set is_active = false where course_key = ?", room.course());

        // When
        ValidatableResponse answer =
                upload(room, "list.csv", (room.username("ada") + ",").getBytes(StandardCharsets.UTF_8));

        // Then
        answer.body("row_errors.user_on_certificate_invalidation_list", hasSize(1))
                .body("row_errors.user_not_enrolled", empty());
    }

    @Test
    void takesAByteOrderMark() {
        Classroom room = Classroom.open("ef-mark").enrolled("ada");

        upload(room, "list.csv", ("\uFEFF" + room.username("ada") + ",").getBytes(StandardCharsets.UTF_8))
                .body("success", hasSize(1));
    }

    @Test
    void filesThatCannotBeReadAreGeneralErrors() {
        Classroom room = Classroom.open("ef-general");

        general(upload(room, "list.txt", new byte[] {'a'}), "must end in .csv");
        general(upload(room, "list.csv", "Jürgen,x".getBytes(StandardCharsets.ISO_8859_1)), "UTF-8");
        general(upload(room, "list.csv", "a,b".getBytes(StandardCharsets.UTF_16)), "UTF-8");
        general(upload(room, "list.csv", new byte[] {'a', 0, ',', 'b'}), "UTF-8");
        general(upload(room, "list.csv", new byte[5 * 1024 * 1024 + 1]), "5 MiB");
        general(upload(room, "list.csv", "a,\n".repeat(10_001).getBytes(StandardCharsets.UTF_8)), "10,000 rows");
        general(room.asStaff().multiPart("other", "x").post(PATH).then(), "No file");
        general(room.asStaff().formParam("students_list", "x").post(PATH).then(), "No file");
    }

    @Test
    void aThousandRowsTakeAsManyStatementsAsOne() {
        // Given
        Classroom room = Classroom.open("ef-many");
        String[] learners = IntStream.range(0, 1000).mapToObj(i -> "l" + i).toArray(String[]::new);
        room.enrolled(learners).enrolled("single");
        byte[] thousand = IntStream.range(0, 1000)
                .mapToObj(i -> room.username("l" + i) + ",n")
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        byte[] one = (room.username("single") + ",n").getBytes(StandardCharsets.UTF_8);

        // When
        long few = statements.during(() -> upload(room, "one.csv", one).body("success", hasSize(1)));
        long many = statements.during(() -> upload(room, "many.csv", thousand).body("success", hasSize(1000)));

        // Then
        assertThat(many).isEqualTo(few).isGreaterThan(10);
    }

    @Test
    void onlyCourseAdministratorsMay() {
        Classroom room = Classroom.open("ef-access");
        Classroom unknown = new Classroom("ef-unknown");

        for (String token : new String[] {room.tokenOf("staff"), Tokens.service(), Tokens.learner("ef", "ef")}) {
            room.as(token)
                    .multiPart("students_list", "a.csv", new byte[] {'a'})
                    .post(PATH)
                    .then()
                    .statusCode(403);
        }
        room.as(room.tokenOf("instructor"))
                .multiPart("students_list", "a.csv", "a,b".getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then()
                .statusCode(200);
        upload(unknown, "a.csv", new byte[] {'a'}).statusCode(404);
        unknown.asStaff()
                .pathParam("c", "nonsense")
                .multiPart("students_list", "a.csv", new byte[] {'a'})
                .post(PATH)
                .then()
                .statusCode(404);
    }

    private static void general(ValidatableResponse answer, String message) {
        answer.statusCode(200)
                .body("general_errors", contains(containsString(message)), "success", empty())
                .body("row_errors.user_not_exist.size()", equalTo(0));
    }

    private static ValidatableResponse upload(Classroom room, String name, byte[] content) {
        return room.asStaff()
                .multiPart("students_list", name, content)
                .post(PATH)
                .then();
    }
}

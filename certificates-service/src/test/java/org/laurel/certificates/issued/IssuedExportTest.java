package org.laurel.certificates.issued;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.generation.Auditorium;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.StatementCount;

/** Long lists of certificates as a file. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class IssuedExportTest {

    private static final String FILE = "/api/certificates/v1/course-runs/{course}/certificates.csv";
    private static final int LEARNERS = 2_100;

    @Inject
    Auditorium auditorium;

    @Inject
    StatementCount statements;

    @Test
    void aLongListIsWrittenWholeByOneStatementForEachThousandLines() {
        // Given
        CourseKey course = auditorium.openAutomatic("export");
        CourseKey empty = auditorium.openAutomatic("export-empty");
        List<LearnerId> learners = auditorium.enroll(course, "export", LEARNERS, true);
        // Usernames sort the other way round: the list is not sorted for each thousand.
        Database.current().execute("""
                update learner set username = 'x' || (99999 - right(learner_id, 5)::int)
                where learner_id like 'id-export-1____'
                """);
        List<String> files = new ArrayList<>();

        // When
        long sent = statements.during(() -> files.add(export(course).extract().asString()));
        long small = statements.during(() -> export(empty));

        // Then
        assertThat(files.getFirst().lines().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyElementsOf(
                        learners.stream().map(LearnerId::value).toList());
        assertThat(sent - small)
                .as("statements for the second and third thousand")
                .isEqualTo(2);
    }

    private static ValidatableResponse export(CourseKey course) {
        return given().auth()
                .oauth2(Tokens.service())
                .get(FILE, course.value())
                .then()
                .statusCode(200);
    }
}

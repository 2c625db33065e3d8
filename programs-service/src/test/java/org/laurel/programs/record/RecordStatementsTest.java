package org.laurel.programs.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.StatementCount;

/** The number of statements of a request depends neither on the number of programs nor on that of their courses. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordStatementsTest {

    private static final int MANY = 12;

    private @Nullable RecordStory few;
    private @Nullable RecordStory many;

    @BeforeEach
    void tellOfTwoLearners() {
        if (few != null) {
            return;
        }
        few = RecordStory.of("fewrec", List.of(List.of("R0", "S0"))).certified(2, "R0");
        List<List<String>> courses = IntStream.range(0, MANY)
                .mapToObj(i -> List.of("R" + i, "S" + i))
                .toList();
        RecordStory record = RecordStory.of("manyrec", courses);
        IntStream.range(2, 8).forEach(number -> record.define(number, courses));
        String[] runs = IntStream.range(0, MANY).mapToObj(i -> "R" + i).toArray(String[]::new);
        many = record.certified(MANY + 7, runs).graded("R0", "0.9", "A", 60).graded("R1", "0.8", "B", 61);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/records/api/v1/program_records/, 8",
        "/records/api/v1/program_records/{p}/, 7",
        "/api/programs/v1/learners/{u}/records, 8",
        "/api/programs/v1/learners/{u}/records/{p}, 7",
        "/records/programs/{p}/csv, 7"
    })
    void areAsManyForManyCoursesAsForOne(String path, long most) {
        // When
        long one = statements(Objects.requireNonNull(few), path);
        long all = statements(Objects.requireNonNull(many), path);

        // Then
        assertThat(all).isEqualTo(one).isLessThanOrEqualTo(most);
    }

    private static long statements(RecordStory record, String path) {
        String real = path.replace("{p}", record.story().program(1))
                .replace("{u}", record.story().username());
        return CDI.current()
                .select(StatementCount.class)
                .get()
                .during(() -> given().auth()
                        .oauth2(record.story().token())
                        .get(real)
                        .then()
                        .statusCode(200));
    }
}

package org.laurel.programs.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.StatementCount;
import org.laurel.programs.Story;

/** The number of statements of a request does not depend on the size of the program or on what the learner has in it. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class DetailStatementsTest {

    @Inject
    StatementCount statements;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/api/programs/v1/programs/{uuid}/details, 9",
        "/api/programs/v1/programs/{uuid}/marketing, 5",
        "/api/dashboard/v1/programs/{uuid}/progress_details/, 14"
    })
    void doNotDependOnTheNumberOfCourses(String path, long expected) {
        // Given
        Scene few =
                new Scene("few" + expected).begin().enrolled("A", "verified").certified("A");
        Scene many =
                new Scene("many" + expected).begin().enrolled("A", "verified").certified("A");
        List<List<String>> courses = Stream.concat(
                        Stream.of(List.of("A"), List.of("B")),
                        IntStream.range(0, 40).mapToObj(i -> List.of("C" + i, "D" + i)))
                .toList();
        many.story().put(1, many.story().document(1, courses)).statusCode(200);

        // When
        long ofFew = count(few, path);
        long ofMany = count(many, path);

        // Then
        assertThat(ofMany).isEqualTo(ofFew).isEqualTo(expected);
    }

    private long count(Scene scene, String path) {
        Story story = scene.story();
        return statements.during(() -> scene.get(path, story.token()).statusCode(200));
    }
}

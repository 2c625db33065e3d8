package org.laurel.certificates.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.StatementCount;

/** The number of statements of a request does not depend on how many certificates it is about. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookupStatementsTest {

    private static final String V1 = "/api/certificates/v1";

    @BeforeAll
    void tellOfTwoRunsAndTwoLearners() {
        new Told("few-0", "few").inRun();
        new Told("many-0", "many").inRun();
        IntStream.range(0, 2).forEach(i -> granted("few-" + i, "few"));
        IntStream.range(0, 40).forEach(i -> granted("many-" + i, "many"));
        IntStream.range(0, 15).forEach(i -> granted("much", "much-" + i));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/certificates?course_key={c}, 4",
        "/certificates/recently-modified?course_key={c}, 4",
        "/certificates/changes, 4",
        "/certificates/date-overrides?course_key={c}&start=2020-01-01T00:00:00Z&end=2120-01-01T00:00:00Z, 1",
        "/course-runs/{c}/certificates/statistics, 4",
        "/course-runs/{c}/certificates/grade-report, 7"
    })
    void ofARunDoNotDependOnItsSize(String path, long expected) {
        // When
        long few = statements(V1 + path, new Told("few-0", "few"));
        long many = statements(V1 + path, new Told("many-0", "many"));

        // Then
        assertThat(many).isEqualTo(few).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/api/certificates/v0/certificates/{u}, 7", "/certificates/search?user={u}, 7"})
    void ofALearnerDoNotDependOnTheNumberOfRuns(String path, long expected) {
        // When
        long one = statements(path, new Told("few-0", "few"));
        long many = statements(path, new Told("much", "much-0"));

        // Then
        assertThat(many).isEqualTo(one).isEqualTo(expected);
    }

    private static long statements(String path, Told told) {
        return Told.bean(StatementCount.class)
                .during(() -> told.get(path, Tokens.staff(), Map.of()).statusCode(200));
    }

    private static void granted(String word, String run) {
        new Told(word, run).inRun().enrolled("verified").passing("0.88", 20);
    }
}

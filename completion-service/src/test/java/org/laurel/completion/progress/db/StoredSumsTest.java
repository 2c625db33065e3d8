package org.laurel.completion.progress.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.sql.DatabaseException;
import org.laurel.kit.sql.Sql;

@QuarkusTest
class StoredSumsTest {

    private final Sql sql = CDI.current().select(Sql.class).get();

    @DisplayName("Scenario 49: no sum is stored of more than is possible, or of less than nothing")
    @ParameterizedTest
    @CsvSource({"1100000000, 1", "-500000000, 1", "-1500000000, -1"})
    void areNeverOutOfRange(long earned, long possible) {
        // When
        ThrowingCallable ofCourse = () -> sql.update(
                "insert into course_progress (course_key, learner_id, structure_id, version, earned, possible) "
                        + "values ('course-v1:Org+range+1', 'range1', 1, 1, ?, ?)",
                earned,
                possible);
        ThrowingCallable ofBlock = () -> sql.update(
                "insert into block_progress (course_key, learner_id, block_key, earned, possible) "
                        + "values ('course-v1:Org+range+1', 'range1', 'block', ?, ?)",
                earned,
                possible);

        // Then
        assertThatThrownBy(ofCourse).isInstanceOf(DatabaseException.class).hasMessageContaining("range");
        assertThatThrownBy(ofBlock).isInstanceOf(DatabaseException.class).hasMessageContaining("range");
        assertThat(sql.query("select 1 from course_progress where learner_id = 'range1'", row -> 1))
                .isEmpty();
    }
}

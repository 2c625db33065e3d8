package org.laurel.completion.verification.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Failures;
import org.laurel.kit.sql.Sql;

/** What becomes of a count that does not come to its end. */
@QuarkusTest
class NumberRecountTest {

    @Inject
    Sql sql;

    @Test
    void isNotTriedAgainForEverWhenItTakesTooLong() {
        // Given
        CourseKey courseKey = new CourseKey("course-v1:Slow+count+1");
        NumberRecount recount = new NumberRecount(sql, Duration.ofMillis(200));

        // When
        Throwable failure = QuarkusTransaction.requiringNew().call(() -> {
            sql.update("lock table course_progress in access exclusive mode");
            return catchThrowable(() -> QuarkusTransaction.requiringNew().run(() -> recount.learners(courseKey)));
        });

        // Then
        assertThat(failure).isInstanceOf(CountTookTooLong.class).matches(one -> !Failures.isTransient(one));
        assertThat(Failures.describe(failure)).isEqualTo("CountTookTooLong");
    }
}

package org.laurel.events.learner;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.laurel.events.enrollment.EnrollmentRequested;

class LearnerSnapshotTest {

    @Test
    void cannotTravelInAnEventAboutAnotherLearner() {
        // Given
        LearnerSnapshot ada = new LearnerSnapshot("1001", "ada", "ada@example.org", "Ada Lovelace", true);

        // When
        var creation = assertThatThrownBy(() ->
                new EnrollmentRequested("1002", "course-v1:DemoX+CS101+2026_T1", "audit", true, ada, Instant.EPOCH));

        // Then
        creation.isInstanceOf(IllegalArgumentException.class).hasMessage("learner.learner_id differs from learner_id");
    }
}

package org.laurel.programs.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.LearnerId;
import org.laurel.programs.learner.domain.Learner;

/** Which of two snapshots of a learner is kept. */
class LearnerTest {

    @ParameterizedTest
    @CsvSource({
        "2, 10, b, 1, 30, a, true",
        "1, 30, b, 2, 10, a, false",
        "2, 30, b, 2, 10, a, false",
        "0, 30, a, 0, 10, b, true",
        "0, 10, b, 0, 10, a, true",
        "0, 10, a, 0, 10, a, false",
        "0, 99, b, 1, 10, a, false",
    })
    void replacesByVersionAndWithoutVersionsByTime(
            long version, long at, String name, long keptVersion, long keptAt, String keptName, boolean replaces) {
        // Given
        Learner kept = learner(keptVersion, keptAt, keptName);

        // When
        boolean result = learner(version, at, name).replaces(kept);

        // Then
        assertThat(result).isEqualTo(replaces);
    }

    @Test
    void whatIsToldWithoutVersionAndTimeTakesTheTimeOfItsEvent() {
        // Given
        Learner event = learner(3, 20, "a");

        // When
        Learner told = event.as(null, null);

        // Then
        assertThat(told).isEqualTo(learner(Learner.UNVERSIONED, 20, "a"));
        assertThat(event.as(5L, Instant.ofEpochSecond(7))).isEqualTo(learner(5, 7, "a"));
    }

    @Test
    void ofTwoWithoutVersionAtTheSameTimeTheSameOneStaysWhateverTheOrder() {
        // Given
        Learner one = new Learner(new LearnerId("7"), "a", "a@example.org", "Z", true, 0, Instant.EPOCH);
        Learner other = new Learner(new LearnerId("7"), "a", "b@example.org", "A", true, 0, Instant.EPOCH);

        // Then
        assertThat(other.replaces(one)).isTrue();
        assertThat(one.replaces(other)).isFalse();
    }

    private static Learner learner(long version, long at, String name) {
        return new Learner(new LearnerId("7"), name, "", "", true, version, Instant.ofEpochSecond(at));
    }
}

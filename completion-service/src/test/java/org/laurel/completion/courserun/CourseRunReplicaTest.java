package org.laurel.completion.courserun;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Platform;
import org.laurel.completion.courserun.app.CourseRunReplication;
import org.laurel.completion.courserun.db.CourseRunQuery;
import org.laurel.completion.courserun.domain.CourseRun;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;

/** Course runs come from the directory; the highest version wins. */
@QuarkusTest
class CourseRunReplicaTest {

    @Inject
    CourseRunQuery courseRuns;

    @Inject
    CourseRunReplication replication;

    @Test
    void keepsTheHighestVersionInWhateverOrderItComes() {
        // Given
        Platform platform = new Platform("course-v1:Org+runs1+2026");

        // When
        send(platform.courseRun("Second", "Org", true, 2, 9), platform.courseRun("Third", "Partner", true, 3, 5));
        send(platform.courseRun("First", "Org", false, 1, 10));

        // Then
        assertThat(found(platform))
                .isEqualTo(new CourseRun(platform.courseKey(), "Partner", "Third", true, 3, Platform.at(5)));
    }

    @Test
    void forgetsTheTitleWhenANewerVersionHasNone() {
        // Given
        Platform platform = new Platform("course-v1:Org+runs2+2026");
        send(platform.courseRun("First", "Org", true, 1, 1));

        // When
        send(platform.courseRun(null, "Org", false, 2, 2));

        // Then
        assertThat(found(platform))
                .isEqualTo(new CourseRun(platform.courseKey(), "Org", null, false, 2, Platform.at(2)));
    }

    @Test
    void takesSeveralVersionsOfSeveralRunsTogether() {
        // Given
        CourseKey one = new CourseKey("course-v1:Org+runs3+1");
        CourseKey other = new CourseKey("course-v1:Org+runs3+2");

        // When
        replication.apply(List.of(run(one, "new", 2), run(other, "new", 3), run(one, "old", 1), run(other, "old", 2)));

        // Then
        assertThat(courseRuns.load(List.of(one, other)).values())
                .extracting(CourseRun::displayName)
                .containsExactly("new", "new");
    }

    @Test
    void takesTheOrganisationOfTheKeyForRunsThatNobodyTold() {
        // Given
        CourseKey untold = new CourseKey("course-v1:Nobody+Told+It");

        // When
        Map<CourseKey, CourseRun> runs = courseRuns.load(List.of(untold, untold));

        // Then
        assertThat(runs).containsOnly(Map.entry(untold, CourseRun.untold(untold)));
        assertThat(runs.values()).extracting(CourseRun::org).containsExactly("Nobody");
        assertThat(courseRuns.load(List.of())).isEmpty();
    }

    private static CourseRun run(CourseKey key, String title, long version) {
        return new CourseRun(key, key.org(), title, false, version, Platform.at(0));
    }

    private @Nullable CourseRun found(Platform platform) {
        return courseRuns.load(List.of(platform.courseKey())).get(platform.courseKey());
    }

    private static void send(PlatformEvent... events) {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, events);
        }
    }
}

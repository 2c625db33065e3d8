package org.laurel.programs.courserun;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.programs.EnrollmentFacts;
import org.laurel.programs.PlatformNews;
import org.laurel.programs.Story;
import org.laurel.programs.courserun.app.CourseModeRecording;
import org.laurel.programs.courserun.db.CourseRunQuery;
import org.laurel.programs.courserun.domain.CourseMode;
import org.laurel.programs.courserun.domain.CourseRun;
import org.laurel.programs.courserun.domain.DisplayBehavior;
import org.laurel.programs.courserun.domain.ToldModes;

/** Course runs and their modes come from the directory; the highest version wins. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CourseRunReplicaTest {

    private static final Instant DATE = Instant.parse("2026-09-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-08-01T00:00:00Z");

    @Inject
    CourseRunQuery courseRuns;

    @Inject
    CourseModeRecording modeRecording;

    @Test
    void keepsTheHighestVersionOfARunInWhateverOrderItComes() {
        // Given
        Story story = new Story("run-order");
        EnrollmentFacts facts = new EnrollmentFacts(story);
        CourseKey key = new CourseKey(story.course("A"));

        // When
        PlatformNews.tell(
                facts.courseRun("A", "end_with_date", DATE, END, 3),
                facts.courseRun("A", "end", null, null, 2),
                facts.courseRun("A", "end_with_date", DATE, END, 3));
        PlatformNews.tell(facts.courseRun("A", "early_no_info", null, null, 1));

        // Then
        CourseRun run = courseRuns
                .load(List.of(key, new CourseKey(story.course("unknown"))))
                .get(key);
        assertThat(run).isNotNull();
        assertThat(run.version()).isEqualTo(3);
        assertThat(run.displayName()).isEqualTo("Run A");
        assertThat(run.displayBehavior()).isEqualTo(DisplayBehavior.END_WITH_DATE);
        assertThat(run.certificateAvailableDate()).isEqualTo(DATE);
        assertThat(run.end()).isEqualTo(END);
        assertThat(run.start()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(run.mobileAvailable()).isTrue();
    }

    @Test
    void replacesTheWholeListOfModes() {
        // Given
        Story story = new Story("mode-order");
        EnrollmentFacts facts = new EnrollmentFacts(story);
        CourseKey key = new CourseKey(story.course("A"));

        // When
        PlatformNews.tell(facts.modes("A", 1, List.of("audit:0", "honor:0", "verified:49")));
        PlatformNews.tell(facts.modes("A", 3, List.of("verified:99", "audit:0")));
        PlatformNews.tell(facts.modes("A", 2, List.of("professional:500")));

        // Then
        Map<CourseKey, List<CourseMode>> modes = courseRuns.modes(List.of(key));
        assertThat(modes)
                .containsEntry(
                        key,
                        List.of(
                                new CourseMode("verified", "verified", 99, "usd", null),
                                new CourseMode("audit", "audit", 0, "usd", null)));
    }

    @Test
    void takesListsOfSeveralRunsOfOnePollTogether() {
        // Given
        CourseKey one = new CourseKey("course-v1:modes+poll+1");
        CourseKey other = new CourseKey("course-v1:modes+poll+2");
        modeRecording.apply(List.of(told(one, 2, "verified"), told(one, 1, "audit"), told(other, 1, "audit")));

        // When
        modeRecording.apply(List.of(told(one, 1, "honor"), told(other, 2, "honor"), told(other, 3, "verified")));

        // Then
        assertThat(courseRuns.modes(List.of(one, other)).values())
                .allSatisfy(
                        modes -> assertThat(modes).extracting(CourseMode::slug).containsExactly("verified"));
    }

    private static ToldModes told(CourseKey key, long version, String slug) {
        return new ToldModes(key, List.of(new CourseMode(slug, slug, 0, "usd", null)), version, DATE);
    }

    @Test
    void knowsNothingOfRunsThatNobodyTold() {
        // Given
        CourseKey unknown = new CourseKey("course-v1:Nobody+Told+It");

        // When
        Map<CourseKey, CourseRun> found = courseRuns.load(List.of(unknown));

        // Then
        assertThat(found).isEmpty();
        assertThat(courseRuns.modes(List.of(unknown))).isEmpty();
        assertThat(courseRuns.load(List.of())).isEmpty();
    }
}

package org.laurel.completion.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.CountingSql;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.completion.progress.db.EnrollmentQuery.Part;
import org.laurel.completion.progress.db.EnrollmentQuery.Selection;
import org.laurel.completion.progress.db.ProgressQuery;
import org.laurel.completion.progress.db.ProgressQuery.Listed;
import org.laurel.completion.progress.domain.Depth;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;

/**
 * The learners and numbers of an answer cost at most four statements, whatever the size of the page and whatever has to be counted
 * again: a course run's page one for the count, one for the learners, one for where they stand, one for their sums.
 */
@QuarkusTest
class AnswerStatementsTest {

    private static final String COURSE = "course-v1:Org+statements+1";
    private static final Outline OUTLINE = Outline.small(COURSE);
    private static final CourseKey KEY = new CourseKey(COURSE);

    private final ProgressQuery progress =
            CDI.current().select(ProgressQuery.class).get();

    @BeforeEach
    void hundredLearnersOfWhomHalfAreBehind() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", COURSE))) {
            Platform platform = new Platform(COURSE);
            try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
                Arrival.send(probe, platform.structure(OUTLINE, 1, 0));
                List<PlatformEvent> events = new ArrayList<>();
                for (int learner = 100; learner < 200; learner++) {
                    events.add(platform.completed("st" + learner, OUTLINE.key("a"), "1", 1));
                    events.add(platform.enrolled("st" + learner, "statements" + learner, true, 1));
                }
                Arrival.send(probe, events.toArray(PlatformEvent[]::new));
            }
        }
        Database.current()
                .execute(
                        "update course_progress set structure_id = -1 where course_key = ? and learner_id < 'st150'",
                        COURSE);
    }

    @Test
    void areAsManyForAHundredLearnersAsForOne() {
        // Given: scenarios 19, 23 and 29; what is read is right although what is stored is behind
        Selection all = new Selection(null, KEY, null, false);
        Listed listed = progress.list(all, new Part.From(0, 100), Depth.BLOCKS, null);
        assertThat(listed.views())
                .hasSize(100)
                .allSatisfy(view -> assertThat(
                                view.tally(Objects.requireNonNull(view.view()).course())
                                        .earned())
                        .isEqualTo(1_000_000_000));

        // When
        int hundred = statements(all, new Part.From(0, 100), Depth.BLOCKS);

        // Then
        assertThat(hundred).isEqualTo(4);
        assertThat(statements(all, new Part.From(0, 1), Depth.BLOCKS)).isEqualTo(4);
        assertThat(statements(all, new Part.From(99, 1), Depth.BLOCKS)).isEqualTo(4);
        assertThat(statements(all, new Part.Last(7), Depth.COMPLETIONS)).isEqualTo(4);
    }

    @Test
    void areFewerWhereTheListIsShort() {
        // Given
        Selection one = new Selection(new LearnerId("st100"), null, null, false);
        Selection some = new Selection(null, KEY, List.of(new LearnerId("st101"), new LearnerId("st199")), false);

        // When
        int ofOne = statements(one, new Part.From(0, 100), Depth.BLOCKS);

        // Then
        assertThat(ofOne).isEqualTo(3);
        assertThat(statements(some, new Part.From(0, 100), Depth.BLOCKS)).isEqualTo(3);
        assertThat(CountingSql.count(() -> progress.of(new LearnerId("st199"), KEY, Depth.BLOCKS, OUTLINE.key("o"))))
                .isEqualTo(3);
        assertThat(CountingSql.count(() -> progress.of(new LearnerId("st199"), KEY, Depth.COURSE)))
                .isEqualTo(2);
    }

    private int statements(Selection selection, Part part, Depth depth) {
        return CountingSql.count(() -> progress.list(selection, part, depth, null));
    }
}

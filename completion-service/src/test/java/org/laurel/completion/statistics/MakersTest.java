package org.laurel.completion.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.statistics.db.OverviewQuery;
import org.laurel.completion.statistics.domain.CourseOverview;
import org.laurel.completion.statistics.domain.DayRange;
import org.laurel.completion.statistics.domain.Selection;
import org.laurel.kit.test.KafkaProbe;

/** Course {1 {vertical u {a}, h for staff only {b}, v {d}}}. mk1 to mk3 make it, mk4 and mk5 learn. */
@QuarkusTest
class MakersTest {

    private static final DayRange DAYS = new DayRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 2));

    @Test
    void doNotTellWhereLearnersGetStuck() {
        // Given
        Outline outline = Outline.of("course-v1:MakersOrg+makers+2026")
                .block("course", "c", "ch1")
                .block("chapter", "ch1", "u", "h", "v")
                .block("vertical", "u", "a")
                .block("vertical", "h", "b")
                .block("vertical", "v", "d")
                .staffOnly("h")
                .blocks("html", "a", "b", "d");
        Platform platform = new Platform(outline.courseKey().value());
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, platform.structure(outline, 1, 0));
            for (int i = 1; i <= 5; i++) {
                Arrival.send(probe, platform.enrolled("mk" + i, "mk" + i, true, 1));
            }
            for (int i = 1; i <= 3; i++) {
                Arrival.send(
                        probe,
                        platform.role("mk" + i, i == 1 ? "instructor" : "staff", false, true, 1),
                        platform.completed("mk" + i, outline.key("a"), "1", 2));
            }

            // When
            Arrival.send(
                    probe,
                    platform.completed("mk4", outline.key("a"), "1", 2),
                    platform.completed("mk5", outline.key("a"), "1", 2),
                    platform.completed("mk5", outline.key("d"), "1", 2));
        }

        // Then
        CourseOverview overview = overview(outline);
        assertThat(overview.stuckPoints()).singleElement().satisfies(point -> {
            assertThat(point.blockKey()).isEqualTo(outline.key("v"));
            assertThat(point.before()).isEqualTo(2);
            assertThat(point.after()).isEqualTo(1);
            assertThat(point.lost()).isEqualTo(1);
        });
        assertThat(overview.chapters())
                .singleElement()
                .satisfies(chapter -> assertThat(chapter.started()).isEqualTo(5));
    }

    @Test
    void seeWhatLearnersWithNothingToCompleteDoNot() {
        // Given
        Outline outline = Outline.of("course-v1:MakersOrg+nothing+2026")
                .block("course", "c", "a")
                .staffOnly("a")
                .blocks("html", "a");
        Platform platform = new Platform(outline.courseKey().value());

        // When
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(
                    probe,
                    platform.structure(outline, 1, 0),
                    platform.enrolled("mk6", "mk6", true, 1),
                    platform.enrolled("mk7", "mk7", true, 1),
                    platform.role("mk7", "staff", false, true, 1),
                    platform.completed("mk7", outline.key("a"), "1", 2));
        }

        // Then
        Arrival.awaitJobs();
        CourseOverview overview = overview(outline);
        assertThat(overview.nothingToComplete()).isEqualTo(1);
        assertThat(overview.all().completed()).isEqualTo(1);
        assertThat(overview.distribution().getLast().learners()).isEqualTo(1);
        assertThat(overview.all().mean()).isEqualTo(1);
    }

    private static CourseOverview overview(Outline outline) {
        OverviewQuery overviews = CDI.current().select(OverviewQuery.class).get();
        return CDI.current()
                .select(SnapshotReading.class)
                .get()
                .read(() -> overviews.overview(outline.courseKey(), Selection.ALL, DAYS, 10));
    }
}

package org.laurel.completion.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.completion.CountingSql;
import org.laurel.completion.Outline;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.statistics.db.OverviewQuery;
import org.laurel.completion.statistics.db.StatisticsQuery;
import org.laurel.completion.statistics.domain.CourseOverview;
import org.laurel.completion.statistics.domain.DayRange;
import org.laurel.completion.statistics.domain.Selection;
import org.laurel.kit.test.Database;

/** What reading costs does not depend on the number of learners. */
@QuarkusTest
class StatisticsCostTest {

    private static final Outline OUTLINE = Outline.small("course-v1:Org+cost+2026");
    private static final Crowd CROWD = new Crowd(OUTLINE, "cost");
    private static final DayRange DAYS = new DayRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31));

    private final SnapshotReading snapshot =
            CDI.current().select(SnapshotReading.class).get();
    private final OverviewQuery overviews =
            CDI.current().select(OverviewQuery.class).get();
    private final StatisticsQuery statistics =
            CDI.current().select(StatisticsQuery.class).get();

    @Test
    void readsNothingOfSingleLearnersAndNoMoreForManyThanForOne() {
        // Given
        CROWD.publish();
        CROWD.enroll(1, 1);
        CROWD.complete(1, 1, "a", Units.ONE);
        overview();
        List<String> forOne = CountingSql.statements(this::overview);
        CROWD.enroll(2, 300);
        CROWD.complete(2, 200, "a", Units.ONE);
        CROWD.complete(2, 100, "b", Units.ONE / 3);

        // When
        List<String> forMany = CountingSql.statements(this::overview);

        // Then
        assertThat(forMany).isEqualTo(forOne).hasSize(8);
        assertThat(forMany)
                .noneMatch(text -> text.contains("course_progress")
                        || text.contains("block_progress")
                        || text.contains("block_completion")
                        || text.contains("enrollment")
                        || text.contains("course_role")
                        || text.contains("learner_blocks"));
        assertThat(overview().all().learners()).isEqualTo(300);
        assertThat(CountingSql.count(() -> statistics.learners(OUTLINE.courseKey(), Selection.ALL)))
                .isEqualTo(1);
    }

    @Test
    void loadsNoStructureForLearnersWhoAreBehind() {
        // Given
        CROWD.publish();
        CROWD.enroll(501, 501);
        overview();
        long learners = overview().all().learners();
        Database.current().execute("""
                insert into completion_counter_delta
                select ?, 'LEARNERS', '0 999999999:0:7:', '', '', 5, 0, 0, 0, 20, 0
                """, OUTLINE.courseKey().value());

        // When
        CourseOverview overview = overview();

        // Then
        Database.current().execute("""
                insert into completion_counter_delta
                select ?, 'LEARNERS', '0 999999999:0:7:', '', '', -5, 0, 0, 0, -20, 0
                """, OUTLINE.courseKey().value());
        assertThat(overview.behind()).isEqualTo(5);
        assertThat(overview.all().learners()).isEqualTo(learners + 5);
        assertThat(overview.chapters())
                .extracting(CourseOverview.Chapter::learners)
                .contains(learners + 5);
    }

    private CourseOverview overview() {
        return snapshot.read(() -> overviews.overview(OUTLINE.courseKey(), Selection.ALL, DAYS, 10));
    }
}

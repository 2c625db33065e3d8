package org.laurel.completion.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.progress.app.CounterFolding;
import org.laurel.completion.progress.app.CounterRelief;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.progress.db.CounterStore;
import org.laurel.completion.progress.domain.Count;
import org.laurel.completion.progress.domain.Counter;
import org.laurel.completion.statistics.db.OverviewQuery;
import org.laurel.completion.statistics.domain.CourseOverview;
import org.laurel.completion.statistics.domain.CourseOverview.Day;
import org.laurel.completion.statistics.domain.DayRange;
import org.laurel.completion.statistics.domain.Selection;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.Database;

/** The last 400 days are told one by one; earlier ones are kept together, so a course run's rows do not grow with the years. */
@QuarkusTest
class DaysTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);
    private static final DayRange DAYS = new DayRange(LocalDate.of(2023, 2, 8), LocalDate.of(2023, 3, 2));

    private final SnapshotReading snapshot =
            CDI.current().select(SnapshotReading.class).get();
    private final OverviewQuery overviews =
            CDI.current().select(OverviewQuery.class).get();
    private final CounterStore counters =
            CDI.current().select(CounterStore.class).get();
    private final CounterFolding folding =
            CDI.current().select(CounterFolding.class).get();
    private final CounterRelief relief =
            CDI.current().select(CounterRelief.class).get();
    private final Scheduler scheduler = CDI.current().select(Scheduler.class).get();

    /** The application's own sweeps are later than these days. */
    @BeforeEach
    void holdSweepsOff() {
        Arrival.awaitJobs();
        scheduler.pause();
        folding.fold(true); // waits for one that is at it
    }

    @AfterEach
    void letSweepsGoOn() {
        scheduler.resume();
    }

    @Test
    void whichAreOldAreKeptTogetherAndLaterOnesComeToWhatTheyDid() {
        // Given
        CourseKey course = new CourseKey("course-v1:Org+days+old");
        enrollOn(course, "1", "2022-12-01", "2023-01-10", "2023-02-09", "2023-02-10", "2024-03-15");
        enrollOn(course, "2", "2023-01-10", "2023-03-01");
        List<Day> before = overview(course).days();

        // When
        condense(course);

        // Then
        CourseOverview after = overview(course);
        assertThat(after.days()).isEqualTo(before.subList(1, before.size()));
        assertThat(before).extracting(Day::learners).startsWith(3L, 4L, 5L, 5L).endsWith(5L, 6L, 6L);
        assertThat(after.told()).isEqualTo("2023-02-09");
        assertThat(items(course)).containsExactly("1:", "1:2023-02-10", "1:2024-03-15", "2:", "2:2023-03-01");
    }

    @Test
    void whichComeLateAreAddedToThem() {
        // Given
        CourseKey course = new CourseKey("course-v1:Org+days+late");
        enrollOn(course, "", "2023-01-10", "2024-03-15");
        condense(course);
        enrollOn(course, "", "2022-05-05", "2023-02-08");
        List<Day> before = overview(course).days();

        // When
        condense(course);

        // Then
        assertThat(overview(course).days()).isEqualTo(before).hasSize(22);
        assertThat(before).extracting(Day::learners).startsWith(3L, 3L);
        assertThat(items(course)).containsExactly(":", ":2024-03-15");
    }

    @Test
    void stayWhenTheyAreRecentOrTheCourseRunHasEnded() {
        // Given
        CourseKey course = new CourseKey("course-v1:Org+days+recent");
        enrollOn(course, "", "2019-02-10", "2020-03-15");

        // When
        condense(course);

        // Then
        assertThat(items(course)).containsExactly(":2019-02-10", ":2020-03-15");
        assertThat(overview(course).told()).isNull();
    }

    @Test
    void areNotLostToAClockThatIsWrong() {
        // Given
        CourseKey course = new CourseKey("course-v1:Org+days+future");
        enrollOn(course, "", "2023-01-10", "2024-03-15", "2099-01-01");

        // When
        condense(course);

        // Then
        assertThat(items(course)).containsExactly(":", ":2024-03-15", ":2099-01-01");
        assertThat(overview(course).told()).isEqualTo("2023-04-28");
        assertThat(overview(course).days()).isEmpty();
    }

    @Test
    void areKeptTogetherByTheSweep() {
        // Given
        CourseKey course = new CourseKey("course-v1:Org+days+sweep");
        enrollOn(course, "", "2021-01-10", "2022-03-15");

        // When
        folding.fold(true);

        // Then
        assertThat(items(course)).containsExactly(":", ":2022-03-15");
    }

    @Test
    void areFoldedInHasteWhenManyMovementsWaitAndOnlyThen() {
        // Given
        CourseKey course = new CourseKey("course-v1:Org+days+many");
        String[] days = new String[30_000];
        Arrays.fill(days, "2022-03-15");
        enrollOn(course, "", Arrays.copyOf(days, 400));

        // When
        relief.relieve();
        List<String> ofFew = items(course);
        enrollOn(course, "", Arrays.copyOf(days, 100));
        relief.relieve();
        List<String> ofMany = items(course);
        enrollOn(course, "", days);
        relief.relieve();

        // Then
        assertThat(ofFew).isEmpty();
        assertThat(ofMany).containsExactly(":2022-03-15");
        assertThat(Database.current()
                        .number("select learners from completion_counter where course_key = ?", course.value()))
                .isEqualTo(30_500);
    }

    private void enrollOn(CourseKey course, String cohorts, String... days) {
        QuarkusTransaction.requiringNew().run(() -> counters.append(moved(course, cohorts, days)));
    }

    private static List<CounterStore.Moved> moved(CourseKey course, String cohorts, String... days) {
        return Arrays.stream(days)
                .map(day -> new CounterStore.Moved(
                        course, new Counter(Counter.Kind.DAY, day, cohorts, ""), new Count(1, 0, 0, 0, 0, 0)))
                .toList();
    }

    private void condense(CourseKey course) {
        QuarkusTransaction.requiringNew().run(() -> {
            counters.fold(course, 1000);
            counters.condenseDays(course, TODAY, Counter.DAYS);
            counters.removeEmpty(course);
        });
    }

    private CourseOverview overview(CourseKey course) {
        return snapshot.read(() -> overviews.overview(course, Selection.ALL, DAYS, 10));
    }

    private static List<String> items(CourseKey course) {
        return Database.current()
                .query(
                        "select cohorts || ':' || item as one from completion_counter where course_key = ? order by 1",
                        course.value())
                .stream()
                .map(row -> String.valueOf(row.get("one")))
                .toList();
    }
}

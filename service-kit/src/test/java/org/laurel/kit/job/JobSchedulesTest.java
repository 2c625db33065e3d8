package org.laurel.kit.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.patiently;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.sample.KitTest;

/** Jobs that begin by the clock. */
@KitTest
class JobSchedulesTest {

    private static final String KIND = "count";

    @Inject
    JobSchedules schedules;

    @Inject
    ScheduleClock clock;

    @Inject
    Jobs jobs;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void beginsOnceAtItsTimeAndNeverAgain() {
        // Given
        Timing later = new Timing.Once(Instant.now().plus(1, ChronoUnit.HOURS));
        long id = schedules.add(KIND, subject, Map.of("last", 20), later, "ada");

        // When
        database().execute("update job_schedule set next_at = now() + interval '1 second' where id = ?", id);

        // Then
        patiently().until(() -> find(id).lastJob() != null);
        JobSchedule after = find(id);
        assertThat(after.nextAt()).isNull();
        Job job = jobs.find(Objects.requireNonNull(after.lastJob())).orElseThrow();
        assertThat(job.createdBy()).isEqualTo("ada");
        assertThat(job.parameters().path("last").asInt()).isEqualTo(20);
        assertThat(begun()).isEqualTo(1);
    }

    @Test
    void severalReplicasBeginOneRunAndFindTheNextTime() throws InterruptedException {
        // Given
        Instant before = Instant.now();
        long id = schedules.add(KIND, subject, Map.of(), Timing.Cron.utc("0 3 * * *"), "ada");
        var start = new CountDownLatch(1);
        List<Thread> replicas = IntStream.range(0, 4)
                .mapToObj(i -> Thread.ofPlatform().start(() -> {
                    await(start);
                    clock.tick();
                }))
                .toList();

        // When
        database().execute("update job_schedule set next_at = now() - interval '3 days' where id = ?", id);
        start.countDown();

        // Then
        for (Thread replica : replicas) {
            replica.join();
        }
        patiently().until(() -> find(id).lastAt() != null);
        assertThat(begun()).isEqualTo(1);
        assertThat(find(id).nextAt()).isAfter(before);
    }

    @Test
    void aRunThatCannotBeginIsShownAndTheNextTimeStands() {
        // Given
        Instant before = Instant.now();
        long id = schedules.add("refusing", subject, Map.of(), Timing.Cron.utc("0 3 * * *"), "ada");

        // When
        database().execute("update job_schedule set next_at = now() - interval '3 days' where id = ?", id);

        // Then
        patiently().until(() -> find(id).error() != null);
        assertThat(find(id).error()).isEqualTo("not today");
        assertThat(find(id).nextAt()).isAfter(before);
        assertThat(schedules.list("refusing", subject)).hasSize(1);
        assertThat(schedules.remove("other", id)).isFalse();
        assertThat(schedules.remove("refusing", id)).isTrue();
        assertThat(schedules.list("refusing", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now and then", "61 * * * *", "* * * * * *", "0 0 31 2 *"})
    void refusesAnExpressionThatNamesNoTime(String expression) {
        // Given the expression above

        // When
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> schedules.add(KIND, subject, Map.of(), Timing.Cron.utc(expression), "ada"));

        // Then
        assertThat(refused.problem().status()).isEqualTo(400);
        assertThat(refused.problem().violations())
                .extracting(Problem.Violation::field)
                .containsExactly("cron");
    }

    @Test
    void refusesATimeThatHasPassed() {
        // Given
        Timing past = new Timing.Once(Instant.now().minusSeconds(1));

        // When
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> schedules.add(KIND, subject, Map.of(), past, "ada"));

        // Then
        assertThat(refused.problem().violations())
                .extracting(Problem.Violation::field)
                .containsExactly("once_at");
    }

    @Test
    void followsTheTimeZoneThroughSummerTime() {
        // Given
        Timing nightly = new Timing.Cron("30 2 * * *", ZoneId.of("Europe/Berlin"));

        // When
        Instant winter = nightly.after(Instant.parse("2026-01-10T12:00:00Z")).orElseThrow();
        Instant summer = nightly.after(Instant.parse("2026-07-10T12:00:00Z")).orElseThrow();

        // Then
        assertThat(winter).isEqualTo("2026-01-11T01:30:00Z");
        assertThat(summer).isEqualTo("2026-07-11T00:30:00Z");
    }

    private JobSchedule find(long id) {
        return schedules.find(id).orElseThrow();
    }

    private int begun() {
        return database().query("select 1 from job where subject = ?", subject).size();
    }

    private static void await(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

package org.laurel.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.awaitTotal;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.headers;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.parked;
import static org.laurel.sample.Sample.patiently;
import static org.laurel.sample.Sample.record;
import static org.laurel.sample.Sample.total;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.brake.Brake;
import org.laurel.kit.brake.BrakeEngaged;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.event.ExpectedRefusal;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.sample.KitTest;
import org.laurel.sample.Sample;
import org.laurel.sample.tally.app.Faults;

/** Polls of which many records cannot be handled. */
@KitTest
class ConsumerBrakeTest {

    private static final Cause ADA = Cause.of("ada", "request-1");

    @Inject
    EventBatch batch;

    @Inject
    Brake brake;

    @Inject
    Faults faults;

    private final String bad = learner();
    private final String good = learner();

    @BeforeEach
    @AfterEach
    void endAnEarlierGracePeriod() {
        brake.release(Brake.CONSUMER, ADA);
        Sample.moveTheRelease(Brake.CONSUMER, "-1 day");
    }

    @Test
    void nothingOfAPollCommitsWhenManyRecordsCannotBeRead() {
        // Given
        List<RawRecord> poll = mixed(20, () -> record(bad, "not JSON", headers(added(bad, 1))));

        // When
        Throwable thrown = catchThrowable(() -> batch.handle(poll));

        // Then
        assertBraked(thrown);
        assertThat(database().value("select detail from brake where subject = 'consumer'"))
                .contains("laurel.grades bad_json: 20")
                .doesNotContain(bad);
        assertGoesThroughAfterTheRelease(poll, "bad_json", 20);
    }

    @Test
    void nothingOfAPollCommitsWhenTheHandlerFailsOnManyRecords() {
        // Given
        faults.plan(bad, Integer.MAX_VALUE, () -> {
            throw new IllegalStateException("a rule that throws");
        });
        List<RawRecord> poll = mixed(25, () -> record(added(bad, 1)));

        // When
        Throwable thrown = catchThrowable(() -> batch.handle(poll));

        // Then
        assertBraked(thrown);
        assertGoesThroughAfterTheRelease(poll, "failed", 25);
    }

    @Test
    void whatWasToBeExpectedIsParkedWithoutTheBrakeHoweverMuchItIs() {
        // Given
        faults.plan(bad, Integer.MAX_VALUE, () -> {
            throw new ExpectedRefusal("stranger", "the other end does not know this learner");
        });
        List<RawRecord> poll = mixed(25, () -> record(added(bad, 1)));

        // When
        batch.handle(poll);

        // Then
        assertThat(parked(bad, "stranger")).isEqualTo(25);
        assertThat(total(good)).isEqualTo(20);
    }

    @Test
    void whatAHandlerRefusesBeforehandIsParkedAndTheRestIsHandledOnce() {
        // Given
        String stranger = "stranger-" + bad;
        AtomicInteger handled = new AtomicInteger();
        faults.plan(good, Integer.MAX_VALUE, handled::incrementAndGet);
        List<RawRecord> poll = mixed(25, () -> record(added(stranger, 1)));

        // When
        batch.handle(poll);

        // Then
        assertThat(parked(stranger, "stranger")).isEqualTo(25);
        assertThat(total(good)).isEqualTo(20);
        assertThat(handled).hasValue(1);
    }

    @Test
    void nothingOfAPollCommitsWhenTheDatabaseRefusesManyRecordsAtCommit() {
        // Given
        List<String> learners = IntStream.range(0, 22).mapToObj(i -> learner()).toList();
        List<RawRecord> poll = new ArrayList<>(mixed(0, () -> record(added(bad, 1))));
        learners.forEach(one -> poll.add(record(added(one, 1_000))));

        // When
        Throwable thrown = catchThrowable(() -> batch.handle(poll));

        // Then
        assertBraked(thrown);
        assertThat(learners).allSatisfy(one -> assertThat(parked(one, "failed")).isZero());
        brake.release(Brake.CONSUMER, ADA);
        batch.handle(poll);
        assertThat(learners).allSatisfy(one -> assertThat(parked(one, "failed")).isOne());
        assertThat(total(good)).isEqualTo(20);
    }

    @Test
    void nothingOfAPollCommitsWhenManyIdsAreUsedAgain() {
        // Given
        PlatformEvent first = added(good, 1);
        List<RawRecord> poll = mixed(20, () -> record(added(bad, 1).withId(first.id())));
        batch.handle(List.of(record(first)));

        // When
        Throwable thrown = catchThrowable(() -> batch.handle(poll));

        // Then
        assertThat(thrown).isInstanceOf(BrakeEngaged.class);
        assertThat(total(good)).isEqualTo(1);
        assertThat(parked(bad, "id_reused")).isZero();
    }

    @Test
    void fewerThanTheFloorAreParkedAndTheRestFlowsOn() {
        // Given
        faults.plan(bad, Integer.MAX_VALUE, () -> {
            throw new IllegalStateException("a rule that throws");
        });
        List<RawRecord> poll = new ArrayList<>(mixed(5, () -> record(added(bad, 1))));
        poll.addAll(mixed(4, () -> record(bad, "not JSON", headers(added(bad, 1)))));

        // When
        batch.handle(poll);

        // Then
        assertThat(brake.isEngaged(Brake.CONSUMER)).isFalse();
        assertThat(total(good)).isEqualTo(40);
        assertThat(parked(bad, "failed")).isEqualTo(5);
        assertThat(parked(bad, "bad_json")).isEqualTo(4);
    }

    @Test
    void theBrakeCountsWhatEarlierPartsOfThePollParked() {
        // Given
        PollTally poll = new PollTally(100);
        batch.handle(mixed(9, () -> record(bad, "not JSON", headers(added(bad, 1)))), poll);

        // When
        Throwable thrown =
                catchThrowable(() -> batch.handle(List.of(record(bad, "not JSON", headers(added(bad, 1)))), poll));

        // Then
        assertThat(thrown).isInstanceOf(BrakeEngaged.class);
        assertThat(brake.isEngaged(Brake.CONSUMER)).isTrue();
        assertThat(parked(bad, "bad_json")).isEqualTo(9);
        assertThat(total(good)).isEqualTo(20);
    }

    @Test
    void aSmallPartOfALargePollIsJudgedByTheWhole() {
        // Given
        List<RawRecord> part = mixed(10, () -> record(bad, "not JSON", headers(added(bad, 1))));

        // When
        batch.handle(part, new PollTally(1_000));

        // Then
        assertThat(brake.isEngaged(Brake.CONSUMER)).isFalse();
        assertThat(parked(bad, "bad_json")).isEqualTo(10);
        assertThat(total(good)).isEqualTo(20);
    }

    @Test
    void recordsThatFailOnlyTogetherAreTakenApart() {
        // Given
        String both = learner();

        // When
        batch.handle(List.of(record(added(both, 600)), record(added(both, 600)), record(added(good, 1))));

        // Then
        assertThat(total(both)).isEqualTo(600);
        assertThat(parked(both, "failed")).isOne();
        assertThat(total(good)).isEqualTo(1);
    }

    @Test
    void nothingCommitsWhileTheBrakeIsEngagedByAnybody() {
        // Given
        brake.engage(Brake.CONSUMER, "somebody saw something", "");

        // When
        Throwable thrown = catchThrowable(() -> batch.handle(List.of(record(added(good, 1)))));

        // Then
        assertThat(thrown).isInstanceOf(BrakeEngaged.class);
        assertThat(total(good)).isZero();
    }

    @Test
    void aPollWaitsForABrakeThatAUseCaseMeetsAndGoesThroughAfterTheRelease() {
        // Given
        String subject = "course:" + UUID.randomUUID();
        String braked = learner();
        brake.engage(subject, "too many changes", "");
        faults.plan(braked, Integer.MAX_VALUE, () -> brake.refuseWhileEngaged(List.of(subject)));

        // When
        try (KafkaProbe kafka = KafkaProbe.fromNow("laurel.grades")) {
            kafka.sendAll(List.of(added(braked, 1), added(braked, 1)));
            patiently().until(() -> Sample.state().equals("braked"));
        }

        // Then
        assertThat(total(braked)).isZero();
        brake.release(subject, ADA);
        awaitTotal(braked, 2);
        assertThat(parked(braked, "failed")).isZero();
        patiently().until(() -> Sample.state().equals("running"));
    }

    private List<RawRecord> mixed(int refused, Supplier<RawRecord> one) {
        List<RawRecord> poll = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> poll.add(record(added(good, 1))));
        IntStream.range(0, refused).forEach(i -> poll.add(one.get()));
        return poll;
    }

    private void assertBraked(Throwable thrown) {
        assertThat(thrown).isInstanceOf(BrakeEngaged.class);
        assertThat(brake.isEngaged(Brake.CONSUMER)).isTrue();
        assertThat(total(good)).isZero();
        assertThat(database()
                        .value("select count(*) from parked_event where convert_from(record_key, 'UTF8') = ?", bad))
                .isEqualTo("0");
    }

    private void assertGoesThroughAfterTheRelease(List<RawRecord> poll, String code, int expected) {
        brake.release(Brake.CONSUMER, ADA);
        batch.handle(poll);
        assertThat(total(good)).isEqualTo(20);
        assertThat(parked(bad, code)).isEqualTo(expected);
    }
}

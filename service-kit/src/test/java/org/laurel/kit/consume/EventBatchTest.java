package org.laurel.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.parked;
import static org.laurel.sample.Sample.record;
import static org.laurel.sample.Sample.total;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.sql.DatabaseException;
import org.laurel.kit.sql.Failures;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.sample.KitTest;
import org.laurel.sample.Sample;
import org.laurel.sample.tally.app.Faults;

/** What one poll does, with records in a batch that the test chooses. */
@KitTest
class EventBatchTest {

    @Inject
    EventBatch batch;

    @Inject
    Faults faults;

    @Test
    void anIdThatComesTwiceInOneBatchHasOneEffect() {
        // Given
        String learner = learner();
        PlatformEvent event = added(learner, 5);

        // When
        batch.handle(List.of(record(event), record(event), record(added(learner, 1)), record(event)));

        // Then
        assertThat(total(learner)).isEqualTo(6);
        assertThat(database().value("select version from tally where learner_id = ?", learner))
                .isEqualTo("2");
    }

    @Test
    void anotherBodyUnderAnIdOfTheSameBatchIsParked() {
        // Given
        String learner = learner();
        PlatformEvent first = added(learner, 5);

        // When
        batch.handle(List.of(record(first), record(added(learner, 100).withId(first.id())), record(added(learner, 1))));

        // Then
        assertThat(total(learner)).isEqualTo(6);
        assertThat(parked(learner, "id_reused")).isEqualTo(1);
    }

    @Test
    void anotherBodyUnderAnIdOfAnEarlierBatchIsParked() {
        // Given
        String learner = learner();
        PlatformEvent first = added(learner, 5);
        batch.handle(List.of(record(first)));

        // When
        batch.handle(List.of(record(added(learner, 100).withId(first.id())), record(first), record(added(learner, 1))));

        // Then
        assertThat(total(learner)).isEqualTo(6);
        assertThat(parked(learner, "id_reused")).isEqualTo(1);
    }

    @Test
    void oneRecordThatBreaksTheHandlerCostsOnlyItself() {
        // Given
        String bad = learner();
        List<String> good = Stream.generate(Sample::learner).limit(99).toList();
        faults.plan(bad, Integer.MAX_VALUE, () -> {
            throw new IllegalStateException("a rule that throws");
        });
        List<RawRecord> poll = IntStream.range(0, 100)
                .mapToObj(i -> record(added(i == 42 ? bad : good.get(i < 42 ? i : i - 1), 1)))
                .toList();

        // When
        batch.handle(poll);

        // Then
        assertThat(good).allSatisfy(learner -> assertThat(total(learner)).isEqualTo(1));
        assertThat(total(bad)).isZero();
        assertThat(parked(bad, "failed")).isEqualTo(1);
    }

    @Test
    void anErrorOfTheRuntimeParksTheRecordInsteadOfStoppingTheService() {
        // Given
        String bad = learner();
        String good = learner();
        faults.plan(bad, Integer.MAX_VALUE, () -> {
            throw new StackOverflowError();
        });

        // When
        batch.handle(List.of(record(added(bad, 1)), record(added(good, 1))));

        // Then
        assertThat(total(good)).isEqualTo(1);
        assertThat(parked(bad, "failed")).isEqualTo(1);
    }

    @Test
    void aTransactionThatLosesARaceIsHandedBackWhole() {
        // Given
        String loser = learner();
        String other = learner();
        List<RawRecord> poll = List.of(record(added(other, 1)), record(added(loser, 1)));
        faults.plan(loser, 1, () -> {
            throw new DatabaseException(new SQLException("deadlock detected", "40P01"));
        });

        // When
        Throwable thrown = catchThrowable(() -> batch.handle(poll));

        // Then
        assertThat(Failures.isTransient(thrown)).isTrue();
        assertThat(total(other)).isZero();
        batch.handle(poll);
        assertThat(total(other)).isEqualTo(1);
        assertThat(total(loser)).isEqualTo(1);
        assertThat(parked(loser, "failed")).isZero();
    }

    @Test
    void aRaceThatIsLostAtCommitIsNoFaultOfTheRecord() {
        // Given
        String learner = learner();
        List<RawRecord> poll = List.of(record(added(learner, 667)));
        database().execute("select setval('tally_race', 2)");

        // When
        Throwable thrown = catchThrowable(() -> batch.handle(poll));

        // Then
        assertThat(Failures.isTransient(thrown)).as("%s", thrown).isTrue();
        batch.handle(poll);
        assertThat(total(learner)).isEqualTo(667);
        assertThat(parked(learner, "failed")).isZero();
    }

    @Test
    void aRecordOfATopicThatWasMadeAgainIsParkedBesideTheOldOne() {
        // Given
        String learner = learner();
        RawRecord old = record(learner, "not JSON", Sample.headers(added(learner, 1)));
        RawRecord again = new RawRecord(
                old.topic(),
                old.partition(),
                old.offset(),
                Instant.now().plusSeconds(1),
                old.key(),
                old.value(),
                old.headers());

        // When
        batch.handle(List.of(old, old, again));

        // Then
        assertThat(parked(learner, "bad_json")).isEqualTo(2);
    }

    @Test
    void aFactThatIsTooOldOrFarAheadByItsPublicationTimeIsClaimedOnceToo() {
        // Given
        String learner = learner();
        PlatformEvent ancient = added(learner, 1).withTime(Instant.parse("1999-12-31T23:59:59Z"));
        PlatformEvent ahead = added(learner, 2).withTime(Instant.now().plusSeconds(86_400 * 300));

        // When
        batch.handle(List.of(record(ancient), record(ahead)));

        // Then
        batch.handle(List.of(record(ancient), record(ahead)));
        assertThat(total(learner)).isEqualTo(3);
        assertThat(database().value("select version from tally where learner_id = ?", learner))
                .isEqualTo("2");
    }
}

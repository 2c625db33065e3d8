package org.laurel.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.laurel.sample.Sample.learner;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.events.EventCatalogue;
import org.laurel.events.learner.LearnerRetired;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;
import org.laurel.kit.event.EventTooLarge;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.sample.KitTest;
import org.laurel.sample.tally.domain.TallyChanged;

/** An event is published if and only if its change commits. */
@KitTest
class OutboxTest {

    private static final String OUT = "laurel.completions";

    @Inject
    Outbox outbox;

    @Test
    void whatRollsBackIsNeverPublished() {
        // Given
        String undone = learner();
        String kept = learner();

        // When
        try (KafkaProbe kafka = KafkaProbe.fromNow(OUT)) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        outbox.append(List.of(fact(undone)));
                        throw new IllegalStateException("changed my mind");
                    }))
                    .hasMessage("changed my mind");
            QuarkusTransaction.requiringNew().run(() -> outbox.append(List.of(fact(kept))));

            // Then
            kafka.awaitEvent(OUT, event -> kept.equals(event.key()));
            assertThat(kafka.received(OUT)).noneMatch(event -> undone.equals(event.key()));
        }
    }

    @Test
    void appendingNeedsATransaction() {
        // Given
        List<TallyChanged> facts = List.of(fact(learner()));

        // When
        var appending = assertThatThrownBy(() -> outbox.append(facts));

        // Then
        appending.hasMessageContaining("Transaction");
    }

    @Test
    void aFactThatNoMappingCoversRollsItsChangeBack() {
        // Given
        record Unmapped(Cause cause) implements DomainFact {}
        List<Unmapped> facts = List.of(new Unmapped(Cause.of("test", "1")));

        // When
        var appending =
                assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.append(facts)));

        // Then
        appending.isInstanceOf(IllegalStateException.class).hasMessageContaining("no FactMapping covers");
    }

    @Test
    void whatAnotherServiceWritesRollsItsChangeBack() {
        // Given
        List<ForeignFact> facts = List.of(new ForeignFact(learner(), Cause.of("test", "1")));

        // When
        var appending =
                assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.append(facts)));

        // Then
        appending
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("org.laurel.learner.retired.v1 is not written by completion-service");
    }

    @Test
    void anEventThatItsTopicDoesNotTakeIsRefusedBeforeTheCommit() {
        // Given
        List<TallyChanged> facts = List.of(fact("l".repeat(64 * 1024)));

        // When
        var appending =
                assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.append(facts)));

        // Then
        appending.isInstanceOf(EventTooLarge.class).hasMessageContaining("more than the 65536 bytes");
    }

    private static TallyChanged fact(String learner) {
        return new TallyChanged(learner, 1, 1, Instant.now(), Cause.of("test", "1"));
    }

    /** Something that only the single writer of learner data may tell. */
    record ForeignFact(String learnerId, Cause cause) implements DomainFact {}

    @Singleton
    static class ForeignMapping implements FactMapping<ForeignFact> {

        @Override
        public Class<ForeignFact> covers() {
            return ForeignFact.class;
        }

        @Override
        public OutgoingEvent map(ForeignFact fact) {
            return OutgoingEvent.of(
                    EventCatalogue.LEARNER_RETIRED, new LearnerRetired(fact.learnerId(), Instant.now()));
        }
    }
}

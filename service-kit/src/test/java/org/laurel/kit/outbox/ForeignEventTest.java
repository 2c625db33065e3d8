package org.laurel.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.learner;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.sample.KitTest;
import org.laurel.sample.tally.kafka.TallyWire;

/** Events of another wire leave by the same outbox. */
@KitTest
class ForeignEventTest {

    private static final String OUT = "laurel.activity";

    @Inject
    Outbox outbox;

    @Test
    void isWrittenByItsEncodingOnThePartitionThatThisChooses() {
        // Given
        String prefix = learner();
        List<Abroad> facts = Stream.of("a", "b", "c", "d", "e", "f")
                .map(end -> new Abroad(prefix + end, TallyWire.ADDITION, Cause.of("test", "1")))
                .toList();
        try (KafkaProbe kafka = KafkaProbe.fromNow(OUT)) {
            // When
            QuarkusTransaction.requiringNew().run(() -> outbox.append(facts));

            // Then
            String written = prefix.toUpperCase(Locale.ROOT);
            assertThat(kafka.awaitEvents(
                            OUT,
                            facts.size(),
                            event -> String.valueOf(event.key()).startsWith(written)))
                    .allSatisfy(sent -> {
                        assertThat(sent.text()).isEqualTo("<}");
                        assertThat(sent.headers()).containsOnlyKeys("wire-id", "wire-type");
                        assertThat(sent.partition()).isZero();
                    });
        }
    }

    @Test
    void ofATypeThatNobodyCanWriteIsRefusedBeforeTheCommit() {
        // Given
        List<Abroad> facts = List.of(new Abroad(learner(), "foreign.unknown", Cause.of("test", "1")));

        // When
        var appending =
                assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.append(facts)));

        // Then
        appending.isInstanceOf(IllegalStateException.class).hasMessage("no WireEncoding covers foreign.unknown");
    }

    @Test
    void forATopicThatIsMissingWaitsUntilItIsMadeAndHoldsNothingElseBack() {
        // Given
        String learner = learner();
        String later = "abroad-" + learner.toLowerCase(Locale.ROOT);
        Cause cause = Cause.of("test", "1");
        try (KafkaProbe kafka = KafkaProbe.fromNow(OUT)) {
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.append(List.of(
                            new Abroad(learner + "a", TallyWire.ADDITION, cause, later),
                            new Abroad(learner + "b", TallyWire.ADDITION, cause, OUT),
                            new Abroad(learner + "c", TallyWire.ADDITION, cause, later))));
            kafka.awaitEvent(
                    OUT, event -> (learner + "b").toUpperCase(Locale.ROOT).equals(event.key()));
            assertThat(waiting(later)).isEqualTo(2);

            // When
            LaurelInfrastructure.createTopic(later, 1);

            // Then
            try (KafkaProbe abroad = KafkaProbe.fromBeginning(later)) {
                assertThat(abroad.awaitEvents(later, 2))
                        .extracting(ReceivedEvent::key)
                        .containsExactly(
                                (learner + "a").toUpperCase(Locale.ROOT), (learner + "c").toUpperCase(Locale.ROOT));
            }
        }
    }

    @Test
    void isFoundInTheFlowBySubjectAndCourseRunAndNotByItsRecordKey() {
        // Given
        String learner = learner();

        // When
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(List.of(new Abroad(learner, TallyWire.ADDITION, Cause.of("test", "1")))));

        // Then
        String logged = "select max(course_key) from flow_entry where not received and record_key = ?";
        assertThat(database().value(logged, "of-" + learner)).isEqualTo("course-v1:Far+Away+2026");
        assertThat(database().value(logged, learner)).isNull();
    }

    private static long waiting(String topic) {
        return database().number("select count(*) from outbox where topic = ?", topic);
    }

    record Abroad(String key, String type, Cause cause, String topic) implements DomainFact {

        Abroad(String key, String type, Cause cause) {
            this(key, type, cause, OUT);
        }
    }

    @Singleton
    static class AbroadMapping implements FactMapping<Abroad> {

        @Override
        public Class<Abroad> covers() {
            return Abroad.class;
        }

        @Override
        public ForeignEvent map(Abroad fact) {
            return new ForeignEvent(
                    fact.topic(), fact.key(), fact.type(), "{}", "of-" + fact.key(), "course-v1:Far+Away+2026");
        }
    }
}

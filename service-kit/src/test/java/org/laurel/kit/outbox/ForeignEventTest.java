package org.laurel.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

    record Abroad(String key, String type, Cause cause) implements DomainFact {}

    @Singleton
    static class AbroadMapping implements FactMapping<Abroad> {

        @Override
        public Class<Abroad> covers() {
            return Abroad.class;
        }

        @Override
        public ForeignEvent map(Abroad fact) {
            return new ForeignEvent(OUT, fact.key(), fact.type(), "{}");
        }
    }
}

package org.laurel.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.broker.BrokerAccess;
import org.laurel.kit.test.infra.SharedServers;

/** Topics of another platform, before the relay sends anything to them. */
class ForeignTopicsTest {

    private static final String THERE = "laurel.completions";

    private final String absent = "absent-" + UUID.randomUUID();
    private final List<ForeignTopics> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(topics -> topics.close(new ShutdownEvent()));
    }

    @Test
    void aTopicThatWasConfiguredIsLookedForBeforeTheFirstRowGoesToIt() {
        // Given
        ForeignTopics topics = topics(SharedServers.get().kafka());

        // When
        boolean isMissing = topics.isMissingAny(Set.of(absent));

        // Then
        assertThat(isMissing).isTrue();
        assertThat(topics.isMissingAny(Set.of(THERE))).isFalse();
        assertThat(topics.missing()).containsExactly(absent);
    }

    @Test
    void aTopicOfWhichNobodyCouldBeAskedCountsAsMissing() {
        // Given
        ForeignTopics topics = topics("127.0.0.1:1");

        // When
        boolean isMissing = topics.isMissingAny(Set.of(THERE));

        // Then
        assertThat(isMissing).isTrue();
        assertThat(topics.missing()).containsExactly(THERE);
    }

    @Test
    void whatIsKnownIsAnsweredWhileTheBrokersAreBeingAsked() {
        // Given
        ForeignTopics topics = topics(SharedServers.get().kafka());
        topics.look();

        // When a look has the monitor
        synchronized (topics) {
            CompletableFuture<Boolean> isMissing =
                    CompletableFuture.supplyAsync(() -> topics.isMissingAny(Set.of(THERE)), Thread::startVirtualThread);

            // Then
            assertThat(isMissing).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(false);
        }
    }

    private ForeignTopics topics(String bootstrap) {
        ForeignTopics topics = new ForeignTopics(
                List.of(new Abroad(Set.of(absent, THERE))),
                new BrokerAccess(Map.of("bootstrap.servers", bootstrap)),
                "topics-test",
                new SimpleMeterRegistry());
        opened.add(topics);
        return topics;
    }

    private record Abroad(Set<String> topics) implements WireEncoding {

        @Override
        public boolean covers(String type) {
            return true;
        }

        @Override
        public WireRecord encode(WaitingEvent event) {
            return new WireRecord(null, new byte[0], List.of());
        }

        @Override
        public @Nullable Integer partition(byte[] key, int partitions) {
            return null;
        }
    }
}

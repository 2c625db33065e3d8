package org.laurel.kit.consume;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.broker.BrokerAccess;

/**
 * How far all replicas together are behind, and how fast they go: looked up every 15 seconds, remembered for five minutes.
 * Unknown while Kafka is away.
 */
@Singleton
class ConsumerLag {

    private static final Logger LOG = Logger.getLogger(ConsumerLag.class);
    private static final int SAMPLES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final BrokerAccess brokers;
    private final String group;
    private final List<String> topics;
    private final Clock clock;
    private final AtomicLong lag = new AtomicLong();
    private final List<GroupOffsets> samples = new ArrayList<>();
    private @Nullable Admin admin;

    ConsumerLag(
            BrokerAccess brokers,
            @ConfigProperty(name = "quarkus.application.name") String group,
            @ConfigProperty(name = "mp.messaging.incoming.events.topics") List<String> topics,
            Clock clock,
            MeterRegistry metrics) {
        this.brokers = brokers;
        this.group = group;
        this.topics = List.copyOf(topics);
        this.clock = clock;
        metrics.gauge("laurel.events.lag", lag);
    }

    /**
     * The speed between the oldest and the newest look of the last minutes.
     *
     * @param perSecond records handled
     * @param gainPerSecond by how much more that is than what producers added
     */
    record Speed(double perSecond, double gainPerSecond) {}

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sample() {
        look();
    }

    /** Looks now; empty when Kafka does not answer in time. */
    synchronized Optional<GroupOffsets> look() {
        try {
            GroupOffsets now = read(admin());
            lag.set(now.lag());
            samples.add(now);
            if (samples.size() > SAMPLES) {
                samples.removeFirst();
            }
            return Optional.of(now);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | RuntimeException failure) {
            LOG.debugf("The lag is not known: %s", failure);
            return Optional.empty();
        }
    }

    /** Empty before the second look, and when topics were made again meanwhile. */
    synchronized Optional<Speed> speed() {
        if (samples.size() < 2) {
            return Optional.empty();
        }
        GroupOffsets first = samples.getFirst();
        GroupOffsets last = samples.getLast();
        double seconds = Duration.between(first.at(), last.at()).toMillis() / 1_000.0;
        long handled = last.position() - first.position();
        if (seconds <= 0
                || handled < 0
                || !first.committed().keySet().equals(last.committed().keySet())) {
            return Optional.empty();
        }
        return Optional.of(new Speed(handled / seconds, (first.lag() - last.lag()) / seconds));
    }

    synchronized void close(@Observes ShutdownEvent event) {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }

    private Admin admin() {
        if (admin == null) {
            int patience = (int) PATIENCE.toMillis();
            admin = Admin.create(brokers.with(Map.of(
                    AdminClientConfig.CLIENT_ID_CONFIG,
                    group + "-lag",
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    patience,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    patience)));
        }
        return admin;
    }

    private GroupOffsets read(Admin kafka) throws ExecutionException, InterruptedException, TimeoutException {
        long millis = PATIENCE.toMillis();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (var topic : kafka.describeTopics(topics).topicNameValues().entrySet()) {
            for (int partition : partitions(topic.getValue())) {
                latest.put(new TopicPartition(topic.getKey(), partition), OffsetSpec.latest());
            }
        }
        Map<TopicPartition, Long> committed = new HashMap<>();
        kafka.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(millis, TimeUnit.MILLISECONDS)
                .forEach((partition, offset) -> {
                    if (offset != null && latest.containsKey(partition)) {
                        committed.put(partition, offset.offset());
                    }
                });
        Map<TopicPartition, OffsetSpec> notBegun = new HashMap<>();
        latest.keySet().stream()
                .filter(partition -> !committed.containsKey(partition))
                .forEach(partition -> notBegun.put(partition, OffsetSpec.earliest()));
        committed.putAll(offsets(kafka, notBegun));
        return new GroupOffsets(clock.instant(), committed, offsets(kafka, latest));
    }

    /** None of a topic that does not exist (yet), such as another platform's that it makes itself. */
    private static List<Integer> partitions(KafkaFuture<TopicDescription> topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return topic.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).partitions().stream()
                    .map(TopicPartitionInfo::partition)
                    .toList();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                return List.of();
            }
            throw failure;
        }
    }

    private static Map<TopicPartition, Long> offsets(Admin kafka, Map<TopicPartition, OffsetSpec> wanted)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> found = new HashMap<>();
        if (!wanted.isEmpty()) {
            kafka.listOffsets(wanted)
                    .all()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .forEach((partition, offset) -> found.put(partition, offset.offset()));
        }
        return found;
    }
}

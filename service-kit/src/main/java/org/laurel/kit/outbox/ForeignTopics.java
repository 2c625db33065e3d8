package org.laurel.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.broker.BrokerAccess;

/**
 * Knows which topics of other wires are not there. Laurel's own are made with it; those of another platform are made, or not,
 * by its operators. A producer would wait a minute for one that is missing and then fail, so the relay asks here first, and
 * what is for a missing topic waits while the rest goes on.
 *
 * <p>A topic counts as missing when the brokers say so, and until they have said anything of it, which they are asked at once. A
 * look every ten seconds finds what was made. Thread-safe.
 */
@Singleton
class ForeignTopics {

    private static final Logger LOG = Logger.getLogger(ForeignTopics.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final BrokerAccess brokers;
    private final String service;
    private final AtomicInteger gauge = new AtomicInteger();
    /** All topics that were asked about so far. */
    private final Set<String> met = new TreeSet<>();
    /** Those of which the brokers have ever said whether they are there. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    private volatile Set<String> missing = Set.of();
    private @Nullable Admin admin;

    ForeignTopics(
            @All List<WireEncoding> encodings,
            BrokerAccess brokers,
            @ConfigProperty(name = "quarkus.application.name") String service,
            MeterRegistry metrics) {
        this.brokers = brokers;
        this.service = service;
        encodings.forEach(encoding -> met.addAll(encoding.topics()));
        metrics.gauge("laurel.outbox.topics.missing", gauge);
    }

    /** The topics to which nothing can be sent now. */
    Set<String> missing() {
        return missing;
    }

    /**
     * Whether one of the topics is missing; one of which nothing is known is looked for at once. For the others it does not wait,
     * not even while the brokers are being asked.
     */
    boolean isMissingAny(Collection<String> topics) {
        if (!known.containsAll(topics)) {
            meet(topics);
        }
        return topics.stream().anyMatch(missing::contains);
    }

    private synchronized void meet(Collection<String> topics) {
        met.addAll(topics);
        if (!known.containsAll(topics)) {
            look();
            Set<String> unknown = new TreeSet<>(topics);
            unknown.removeAll(known);
            unknown.addAll(missing);
            missing = Set.copyOf(unknown);
        }
    }

    /** Looks for all of them; what Kafka does not answer stays as it was. */
    @Scheduled(every = "10s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void look() {
        if (met.isEmpty()) {
            return;
        }
        Set<String> found = new TreeSet<>();
        try {
            for (var topic : admin().describeTopics(met).topicNameValues().entrySet()) {
                if (isMissing(topic.getValue())) {
                    found.add(topic.getKey());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return;
        } catch (ExecutionException | TimeoutException | RuntimeException failure) {
            LOG.debugf("Which topics are missing is not known: %s", failure);
            return;
        }
        tell(found);
        // Last: who finds a topic here relies on what is said to be missing.
        known.addAll(met);
    }

    private void tell(Set<String> found) {
        if (!found.equals(missing)) {
            if (found.isEmpty()) {
                LOG.info("All topics are there again");
            } else {
                LOG.warnf("Topics are missing, and what is for them waits until somebody makes them: %s", found);
            }
        }
        missing = Set.copyOf(found);
        gauge.set(found.size());
    }

    private static boolean isMissing(KafkaFuture<TopicDescription> topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            topic.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return false;
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            // Without a right to it, or under such a name, nothing can be sent there either.
            if (cause instanceof UnknownTopicOrPartitionException
                    || cause instanceof TopicAuthorizationException
                    || cause instanceof InvalidTopicException) {
                return true;
            }
            throw failure;
        }
    }

    private Admin admin() {
        if (admin == null) {
            int patience = (int) PATIENCE.toMillis();
            admin = Admin.create(brokers.with(Map.of(
                    AdminClientConfig.CLIENT_ID_CONFIG,
                    service + "-topics",
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    patience,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    patience)));
        }
        return admin;
    }

    synchronized void close(@Observes ShutdownEvent event) {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }
}

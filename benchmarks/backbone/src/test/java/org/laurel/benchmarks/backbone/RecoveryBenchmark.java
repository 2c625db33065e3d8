package org.laurel.benchmarks.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurel.events.EventCatalogue;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.measuring.Stopwatch;
import org.laurel.measuring.Timings;
import org.laurel.measuring.Waiting;
import org.laurel.stack.LaurelService;
import org.laurel.stack.Part;
import org.laurel.stack.Stack;
import org.laurel.stack.StackConfig;
import org.laurel.stack.postgres.DatabaseAccess;
import org.laurel.stack.process.StartCache;

/**
 * How long a service that was killed takes to consume again as the same static member of its group, from the start of its new
 * process to the commit of an event that came meanwhile; beside it how long the process takes until it says that it is ready.
 * Asserts counts, never times.
 */
class RecoveryBenchmark {

    private static final int KILLS = Integer.getInteger("benchmark.kills", 1);
    private static final LaurelService SERVICE = LaurelService.CERTIFICATES;

    private final Timings ready = new Timings();
    private final Timings consuming = new Timings();
    private int cached;

    @Test
    void measures(@TempDir Path data) {
        StackConfig config = StackConfig.isolated(data).withServices(List.of(SERVICE));
        StartCache cache = StartCache.of(config.paths().serviceJar(SERVICE));
        try (Stack stack = Stack.startTrained(config);
                KafkaProbe probe = KafkaProbe.at(stack.kafkaBootstrap())) {
            Database database = database(stack.database(SERVICE));
            send(probe, "before");
            Waiting.until(() -> database.claimedEvents() == 1);
            for (int kill = 1; kill <= KILLS; kill++) {
                Part service = stack.service(SERVICE);
                killAndStart(service, probe, database, kill);
                cached += cache.isUsedBy(service.process().orElseThrow()) ? 1 : 0;
            }
            assertThat(database.claimedEvents()).isEqualTo(1L + KILLS);
            assertThat(database.parkedEvents()).isZero();
        }
        report();
    }

    private void killAndStart(Part service, KafkaProbe probe, Database database, int kill) {
        ProcessHandle process = service.process().orElseThrow();
        assertThat(process.destroyForcibly()).isTrue();
        process.onExit().join();
        send(probe, "kill-" + kill);
        Stopwatch watch = new Stopwatch();
        Thread starter = Thread.ofPlatform().start(() -> {
            service.start();
            ready.add(watch.seconds());
        });
        Waiting.until(() -> database.claimedEvents() == 1L + kill);
        consuming.add(watch.seconds());
        try {
            starter.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(KafkaProbe probe, String learner) {
        probe.send(EventCatalogue.PASSING_STATUS_CHANGED.name(), learner, """
                {"learner_id":"%s","course_key":"course-v1:Bench+Backbone+2026","passing":true,"grade":0.87,\
                "letter_grade":"B","occurred_at":"2026-03-02T10:15:30Z"}""".formatted(learner));
    }

    private static Database database(DatabaseAccess access) {
        return Database.at(access.url(), access.user(), access.password());
    }

    private void report() {
        Logger.getLogger("benchmark")
                .warn(String.format(
                        Locale.ROOT, """

                        15-recovery: %d kills of certificates-service, medians
                          start of the process to consuming  %.1f s
                          start of the process to ready      %.1f s
                          kills                              consuming %s s, ready %s s
                          started from a cache of classes    %d of %d
                        """, KILLS, consuming.median(), ready.median(), consuming, ready, cached, KILLS));
    }
}

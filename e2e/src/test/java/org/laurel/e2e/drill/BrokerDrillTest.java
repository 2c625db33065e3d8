package org.laurel.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurel.stack.Stack;
import org.laurel.stack.demo.Attempt;
import org.laurel.stack.demo.Learner;

/** Drill of the broker: while it is away requests are served, and when it is back everything is published. */
@ExtendWith(DrillStack.class)
class BrokerDrillTest {
    private static final Duration CATCHING_UP = Duration.ofSeconds(30);
    private static final int LEARNERS_PER_RESTART = 20;

    @Test
    void everythingIsPublishedWhenTheBrokerIsBack(Stack stack) {
        try (Ground ground = Ground.of(stack)) {
            // Given
            School school = School.open(ground, "Silent Broker", 2 * Size.BROKER_SECONDS);

            // When
            stack.kafka().stop();
            Instant until = Instant.now().plusSeconds(Size.BROKER_SECONDS);
            int requests = enrollByRest(ground, school);
            CompletableFuture<Void> flow = Ground.beside(() -> ground.publish(school.beginnings(0, 1)));
            requests += askUntil(until, ground, school);
            long waited = ground.waiting();
            stack.kafka().start();
            Instant back = Instant.now();
            Ground.patiently().atMost(CATCHING_UP).until(() -> ground.waiting() == 0);
            Duration published = Duration.between(back, Instant.now());
            flow.join();
            ground.publish(school.endings(0, 1));
            ground.settle();
            Duration settled = Duration.between(back, Instant.now());

            // Then
            assertThat(waited).isPositive();
            Report report = Report.of("broker away")
                    .line("seconds without a broker", Size.BROKER_SECONDS)
                    .line("requests meanwhile, none refused", requests)
                    .line("events that waited in outboxes", waited)
                    .line("seconds until they were published", published.toSeconds())
                    .line("seconds until what the platform sent was handled too", settled.toSeconds())
                    .line("events of the platform", ground.sent().size());
            Audit.check(ground, school, report);
            report.print();
        }
    }

    @Test
    void nothingIsLostOrDoubledWhenTheBrokerIsRestartedOverAndOver(Stack stack) {
        try (Ground ground = Ground.of(stack)) {
            // Given
            School school = School.open(ground, "Restless Broker", LEARNERS_PER_RESTART * Size.BROKER_RESTARTS);

            // When
            for (int restart = 0; restart < Size.BROKER_RESTARTS; restart++) {
                int portion = restart;
                CompletableFuture<Void> flow =
                        Ground.beside(() -> ground.publish(school.beginnings(portion, Size.BROKER_RESTARTS)));
                if (restart % 2 == 0) {
                    stack.kafka().stop();
                } else {
                    Ground.kill(stack.kafka());
                }
                stack.kafka().start();
                flow.join();
                ground.publish(school.endings(portion, Size.BROKER_RESTARTS));
            }
            ground.settle();

            // Then
            Report report = Report.of("broker restarted")
                    .line("restarts, every other one after a kill -9", Size.BROKER_RESTARTS)
                    .line("events of the platform", ground.sent().size());
            Audit.check(ground, school, report);
            report.print();
        }
    }

    /** What the platform sends later has later times, so it finds the learners enrolled. */
    private static int enrollByRest(Ground ground, School school) {
        for (Learner learner : school.learners()) {
            ground.registration().learner(learner);
            ground.registration()
                    .enrollment(
                            new Attempt(learner, school.course(), Attempt.VERIFIED, 1, true, new BigDecimal("0.8")));
        }
        return 2 * school.learners().size();
    }

    private static int askUntil(Instant until, Ground ground, School school) {
        int requests = 0;
        for (; Instant.now().isBefore(until); requests++) {
            Learner learner = school.learners().get(requests % school.learners().size());
            ground.outcomes().certificateStatus(learner, school.course());
        }
        return requests;
    }
}

package org.laurel.e2e.drill;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurel.stack.LaurelService;
import org.laurel.stack.Part;
import org.laurel.stack.Stack;
import org.laurel.stack.StackFailure;
import org.laurel.stack.token.TokenRequest;

/** Drill of killing: at random moments and at named points, nothing is lost and nothing is doubled. */
@ExtendWith(DrillStack.class)
class KillDrillTest {
    /** Services of one lane are killed one after the other, those of different lanes beside each other. */
    private static final List<List<LaurelService>> LANES = List.of(
            List.of(LaurelService.CERTIFICATES, LaurelService.ENROLLMENT),
            List.of(LaurelService.PROGRAMS, LaurelService.COMPLETION));

    private static final int DURING_START = 5;
    private static final int CALLERS = 8;
    /** Events after which a relay that begins with single rows sends several at a time. */
    private static final int GROWN = 5;

    /** A service and where it is killed. */
    private record Target(LaurelService service, KillPoint point) {}

    /**
     * A kill at a random moment.
     *
     * @param number its place among all kills, with its own share of the learners
     * @param after milliseconds after the service has begun with that share
     * @param whileStarting milliseconds after which it is killed again while it starts, 0 if it is not
     */
    private record RandomKill(int number, LaurelService service, int after, int whileStarting) {}

    @Test
    void nothingIsLostOrDoubledWhenServicesAreKilledAtRandom(Stack stack) {
        try (Ground ground = Ground.of(stack)) {
            // Given
            School school = School.open(ground, "Random Kills", Size.EVENTS / School.EVENTS_PER_LEARNER);
            Map<String, Integer> kills = new TreeMap<>();
            List<List<RandomKill>> lanes = randomKills();

            // When
            CompletableFuture.allOf(lanes.stream()
                            .map(lane -> Ground.beside(
                                    () -> lane.forEach(kill -> killAtRandom(ground, school, kill, kills))))
                            .toArray(CompletableFuture[]::new))
                    .join();
            ground.settle();

            // Then
            Report report = Report.of("services killed at random moments while events flow")
                    .line("seed", Size.SEED)
                    .line("events of the platform", ground.sent().size());
            kills.forEach((what, count) -> report.line("kill -9 of " + what, count));
            Audit.check(ground, school, report);
            report.print();
        }
    }

    @Test
    void nothingIsLostOrDoubledWhenServicesAreKilledAtNamedPoints(Stack stack) {
        try (Ground ground = Ground.of(stack)) {
            // Given
            List<List<Target>> lanes =
                    LANES.stream().map(KillDrillTest::targets).toList();
            int kills = lanes.stream().mapToInt(List::size).sum();
            School school = School.open(ground, "Named Kills", 10 * kills);
            AtomicInteger portions = new AtomicInteger();
            Queue<String> undeleted = new ConcurrentLinkedQueue<>();
            Map<String, Integer> done = new TreeMap<>();

            // When
            CompletableFuture.allOf(lanes.stream()
                            .map(lane -> Ground.beside(() -> lane.forEach(target -> {
                                killAt(ground, school, target, portions.getAndIncrement(), kills, undeleted);
                                count(done, target.service().label() + ", " + target.point());
                            })))
                            .toArray(CompletableFuture[]::new))
                    .join();
            ground.settle();

            // Then
            Report report = Report.of("services killed at named points")
                    .line("events of the platform", ground.sent().size());
            done.forEach((what, count) -> report.line("kill -9 of " + what, count));
            Census census = Audit.check(ground, school, report);
            assertThat(census.repeats()).containsAll(undeleted);
            report.line("events published and not deleted at a kill, all of them repeated", undeleted.size());
            report.print();
        }
    }

    @Test
    void callersAreToldToComeBackWhileTheirServiceIsKilled(Stack stack) {
        // Given
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(stack.baseUrl() + "/api/certificates/v0/certificates/nobody"))
                .header("Authorization", "Bearer " + stack.tokens().issue(TokenRequest.role("service")))
                .build();
        Part part = stack.service(LaurelService.CERTIFICATES);
        Answers answers = Answers.none();
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<Void>> callers = Collections.nCopies(CALLERS, request).stream()
                .map(one -> Ground.beside(() -> {
                    while (!over.get()) {
                        answers.ask(one);
                    }
                }))
                .toList();

        // When
        pause(500);
        Ground.kill(part);
        part.start();
        pause(500);
        over.set(true);
        callers.forEach(CompletableFuture::join);

        // Then
        assertThat(answers.bad()).isEmpty();
        assertThat(answers.unavailable()).isPositive();
        Report report = Report.of("requests while their service is killed and starts again")
                .line("callers", CALLERS);
        answers.counts().forEach((status, count) -> report.line("  answered " + status, count));
        report.print();
    }

    /** The kills of each lane, planned before the lanes run: the same seed gives the same ones. */
    private static List<List<RandomKill>> randomKills() {
        Random random = new Random(Size.SEED);
        List<List<RandomKill>> lanes = LANES.stream()
                .map(lane -> (List<RandomKill>) new ArrayList<RandomKill>())
                .toList();
        for (int number = 0; number < Size.KILLS; number++) {
            int lane = number % LANES.size();
            List<LaurelService> services = LANES.get(lane);
            LaurelService service = services.get(random.nextInt(services.size()));
            int after = random.nextInt(400);
            int whileStarting = random.nextInt(DURING_START) == 0 ? 500 + random.nextInt(3_000) : 0;
            lanes.get(lane).add(new RandomKill(number, service, after, whileStarting));
        }
        return lanes;
    }

    private static void killAtRandom(Ground ground, School school, RandomKill kill, Map<String, Integer> kills) {
        LaurelService service = kill.service();
        Part part = ground.stack().service(service);
        long before = ground.claimed(service);
        ground.publish(school.beginnings(kill.number(), Size.KILLS));
        awaitSomeWork(ground, service, before, kill.after());
        Ground.kill(part);
        count(kills, service.label());
        if (kill.whileStarting() > 0) {
            killWhileStarting(part, kill.whileStarting());
            count(kills, service.label() + ", while it starts");
        }
        part.start();
        ground.publish(school.endings(kill.number(), Size.KILLS));
    }

    /** Until it has begun with what was just sent, or has had time to; then a random moment more. */
    private static void awaitSomeWork(Ground ground, LaurelService service, long before, int millis) {
        try {
            Ground.patiently()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(5, MILLISECONDS)
                    .until(() -> ground.claimed(service) > before);
        } catch (ConditionTimeoutException idle) {
            // what it waits for comes from a service that is away itself: it is killed while it waits
        }
        pause(millis);
    }

    private static void killWhileStarting(Part part, int millis) {
        CompletableFuture<Void> start = Ground.beside(part::start);
        Ground.patiently().until(() -> part.process().isPresent());
        pause(millis);
        Ground.kill(part);
        try {
            start.join();
        } catch (CompletionException failed) {
            if (!(failed.getCause() instanceof StackFailure)) {
                throw failed;
            }
        }
    }

    /** Half of the events flow before, so that the relay has grown beyond single rows when it is held. */
    private static void killAt(
            Ground ground, School school, Target target, int number, int of, Queue<String> undeleted) {
        LaurelService service = target.service();
        long before = ground.committed(service);
        ground.publish(school.beginnings(2 * number, 2 * of));
        if (target.point() == KillPoint.UNDELETED) {
            Ground.patiently()
                    .until(() -> ground.committed(service) >= before + GROWN
                            && ground.outbox(service).isEmpty());
        }
        Part part = ground.stack().service(service);
        long claimed;
        try (Hold hold = Hold.at(target.point(), ground.stack().database(service))) {
            ground.publish(school.beginnings(2 * number + 1, 2 * of));
            hold.awaitArrival();
            if (target.point() == KillPoint.UNDELETED) {
                undeleted.addAll(published(ground, service));
            }
            Ground.kill(part);
            claimed = ground.claimed(service);
        }
        assertCommitted(ground, service, target.point(), claimed);
        part.start();
        ground.publish(school.endings(number, of));
    }

    /** The events that wait to be deleted and lie in Kafka already; without any, the service would stand elsewhere. */
    private static List<String> published(Ground ground, LaurelService service) {
        Map<String, String> waiting = ground.outbox(service);
        List<String> there = Topics.read(ground.stack().kafkaBootstrap(), waiting::containsValue).stream()
                .map(Told::id)
                .filter(waiting::containsKey)
                .toList();
        assertThat(there).isNotEmpty();
        return there;
    }

    /** What was about to commit has done so when nobody could hear of it, or has not. */
    static void assertCommitted(Ground ground, LaurelService service, KillPoint point, long claimed) {
        if (point == KillPoint.COMMITTED_UNHEARD) {
            assertThat(ground.claimed(service)).isGreaterThan(claimed);
        } else if (point == KillPoint.COMMITTING) {
            assertThat(ground.claimed(service)).isEqualTo(claimed);
        }
    }

    private static List<Target> targets(List<LaurelService> lane) {
        List<Target> targets = new ArrayList<>();
        for (LaurelService service : lane) {
            for (KillPoint point : KillPoint.values()) {
                boolean usual = switch (service) {
                    case CERTIFICATES -> true;
                    case ENROLLMENT -> point == KillPoint.UNDELETED;
                    case PROGRAMS -> point == KillPoint.CLAIMED || point == KillPoint.COMMITTED_UNHEARD;
                    case COMPLETION -> point == KillPoint.DECIDED || point == KillPoint.UNPUBLISHED;
                    case BRIDGE -> false;
                };
                if (usual || Size.ALL_POINTS) {
                    targets.add(new Target(service, point));
                }
            }
        }
        return targets;
    }

    private static synchronized void count(Map<String, Integer> kills, String what) {
        kills.merge(what, 1, Integer::sum);
    }

    private static void pause(int millis) {
        Ground.patiently().pollDelay(millis, MILLISECONDS).until(() -> true);
    }
}

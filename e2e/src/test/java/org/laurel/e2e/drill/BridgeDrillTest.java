package org.laurel.e2e.drill;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurel.e2e.openedx.ModesOffer;
import org.laurel.e2e.openedx.OpenEdxStack;
import org.laurel.e2e.openedx.Registry;
import org.laurel.e2e.openedx.Site;
import org.laurel.e2e.openedx.SiteEvents;
import org.laurel.stack.LaurelService;
import org.laurel.stack.Part;
import org.laurel.stack.Stack;
import org.laurel.stack.registry.RegistryServer;
import org.laurel.stack.rest.JsonClient;
import org.laurel.stack.token.TokenRequest;

/**
 * Drill of the bridge: it is killed at random moments and at named points while a site and Laurel tell each other of their
 * learners, and once it has to start without the schema registry.
 */
@ExtendWith(OpenEdxStack.class)
class BridgeDrillTest {
    private static final LaurelService BRIDGE = LaurelService.BRIDGE;
    private static final Instant MONDAY = Instant.parse("2025-02-03T08:00:00Z");
    private static final Duration REGISTRY_AWAY = Duration.ofSeconds(15);

    @Test
    void nothingIsLostDoubledOrToldBackWhenTheBridgeIsKilled(Stack stack) {
        URI registry = RegistryServer.url(stack.registry().port());
        try (Ground ground = Ground.of(stack, OpenEdxStack.SERVICES);
                Site site = new Site(stack.kafkaBootstrap(), new Registry(registry))) {
            // Given
            Campus campus = Campus.of(Size.BRIDGE_LEARNERS);
            open(ground, site, campus);
            List<KillPoint> points = points();
            int portions = Size.BRIDGE_KILLS + points.size();
            Random random = new Random(Size.SEED);
            Report report = Report.of("the bridge to Open edX is killed while a site and Laurel tell each other")
                    .line("seed", Size.SEED)
                    .line("learners of the site, and as many of Laurel", campus.learners())
                    .line("kill -9 at a random moment", Size.BRIDGE_KILLS);
            Set<String> undeleted = new HashSet<>();

            // When
            for (int kill = 0; kill < portions; kill++) {
                int portion = kill;
                Runnable begin = () -> begin(ground, site, campus, portion, portions);
                if (kill >= Size.BRIDGE_KILLS) {
                    KillPoint point = points.get(kill - Size.BRIDGE_KILLS);
                    Map<String, String> waiting = killAt(ground, point, begin);
                    report.line("kill -9, " + point + "; events in the outbox then", waiting.size());
                    undeleted.addAll(point == KillPoint.UNDELETED ? published(ground, site, waiting) : Set.of());
                    stack.service(BRIDGE).start();
                } else if (kill > 0 && kill == Size.BRIDGE_KILLS / 2) {
                    // Never the first: what the bridge has met no schema of waits for the registry, as it should.
                    withoutRegistry(stack.registry(), () -> killAtRandom(ground, random.nextInt(400), begin));
                } else {
                    killAtRandom(ground, random.nextInt(400), begin);
                }
                campus.siteEnds(site, portion, portions);
                campus.laurelEnds(ground, portion, portions);
            }
            ground.settle();

            // Then
            Set<String> repeats = BridgeAudit.check(ground, campus, site, report);
            assertThat(repeats).containsAll(undeleted);
            report.line("events published and not deleted at a kill, all of them repeated", undeleted.size());
            report.print();
        }
    }

    /** The site names the course run, and Laurel offers it. */
    private static void open(Ground ground, Site site, Campus campus) {
        String token = ground.stack().tokens().issue(TokenRequest.role("service"));
        JsonClient service = new JsonClient(ground.stack().baseUrl().toString(), token, Duration.ofSeconds(10));
        site.tell(SiteEvents.courseRun(campus.course().key(), MONDAY));
        Ground.patiently().until(() -> {
            new ModesOffer(service).of(campus.course(), Campus.FREE);
            return true;
        });
        ground.settle();
    }

    /** Both sides tell of this portion of their learners at once. */
    private static void begin(Ground ground, Site site, Campus campus, int portion, int of) {
        CompletableFuture<Void> own = Ground.beside(() -> campus.laurelBegins(ground, portion, of));
        campus.siteBegins(site, portion, of);
        own.join();
    }

    /** Kills it while both tell, a random moment after it has begun to take in, and starts it while they go on. */
    private static void killAtRandom(Ground ground, int millis, Runnable begin) {
        long before = ground.claimed(BRIDGE);
        CompletableFuture<Void> telling = Ground.beside(begin);
        Ground.patiently().pollInterval(5, MILLISECONDS).until(() -> ground.claimed(BRIDGE) > before);
        pause(Duration.ofMillis(millis));
        Part bridge = ground.stack().service(BRIDGE);
        Ground.kill(bridge);
        bridge.start();
        telling.join();
    }

    /** The same while the registry is away, for 15 seconds at least. */
    private static void withoutRegistry(Part registry, Runnable kill) {
        registry.stop();
        CompletableFuture<Void> away = Ground.beside(() -> pause(REGISTRY_AWAY));
        try {
            kill.run();
        } finally {
            away.join();
            registry.start();
        }
    }

    /** Kills it at this point, and returns what is in its outbox then; it is not started again. */
    private static Map<String, String> killAt(Ground ground, KillPoint point, Runnable begin) {
        CompletableFuture<Void> telling;
        Map<String, String> waiting;
        long claimed;
        try (Hold hold = Hold.at(point, ground.stack().database(BRIDGE))) {
            telling = Ground.beside(begin);
            hold.awaitArrival();
            Ground.kill(ground.stack().service(BRIDGE));
            waiting = ground.outbox(BRIDGE);
            claimed = ground.claimed(BRIDGE);
        }
        KillDrillTest.assertCommitted(ground, BRIDGE, point, claimed);
        telling.join();
        return waiting;
    }

    /** What waits to be deleted and lies in Kafka already; without any, the bridge would have stood elsewhere. */
    private static Set<String> published(Ground ground, Site site, Map<String, String> waiting) {
        BridgeBooks books = new BridgeBooks(ground, site);
        Set<String> there = Stream.of(books.forwarded(), books.heard())
                .flatMap(census -> census.events().stream())
                .map(Told::id)
                .filter(waiting::containsKey)
                .collect(Collectors.toSet());
        assertThat(there).isNotEmpty();
        return there;
    }

    private static List<KillPoint> points() {
        return Size.ALL_POINTS ? List.of(KillPoint.values()) : List.of(KillPoint.UNPUBLISHED, KillPoint.UNDELETED);
    }

    private static void pause(Duration time) {
        Ground.patiently().pollDelay(time).until(() -> true);
    }
}

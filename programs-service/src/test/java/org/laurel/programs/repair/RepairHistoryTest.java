package org.laurel.programs.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.Story.at;
import static org.laurel.programs.repair.RepairStory.ended;
import static org.laurel.programs.repair.RepairWorld.awaitJobs;
import static org.laurel.programs.repair.RepairWorld.earned;
import static org.laurel.programs.repair.RepairWorld.seen;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.TakeCertificate;

/**
 * Pairs of learners with one history: certificates that come and go, decisions of staff, dates, settings and configurations that
 * change. For one of each pair everything is acted on as it comes; of the other the certificates are only kept. A repair makes them
 * equal.
 */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RepairHistoryTest {

    private static final int PAIRS = 40;
    private static final int PHASES = 7;
    private static final List<String> RUNS = List.of("A", "B", "C");

    private RepairWorld world;
    private Random random;
    private Map<String, Integer> versions;

    /** What stands in the way when the repair begins. */
    enum Ending {
        NOTHING,
        CREDENTIALS_OFF,
        NO_CONFIGURATION
    }

    @BeforeEach
    void definePrograms() {
        world = new RepairWorld(RepairStory.of("history"));
        world.story().story().put(1, List.of(List.of("A"), List.of("B", "C:honor")));
        world.story().story().put(2, List.of(List.of("A", "B", "C")));
        world.askForSome(2);
        versions = new HashMap<>();
        random = new Random(0);
    }

    @AfterEach
    void putBack() {
        RepairWorld.site(true, List.of());
        awaitJobs();
    }

    @ParameterizedTest
    @EnumSource
    void comesToWhatTheEventsCameToAsTheyCame(Ending ending) {
        // Given
        random = new Random(ending.name().hashCode());
        for (int phase = 0; phase < PHASES; phase++) {
            change(phase);
            happens(certificates(at(10 * phase)));
            decide();
        }
        end(ending);
        List<String> live = learners("live");
        List<String> late = learners("late");
        List<String> before = live.stream().map(RepairStory::stored).toList();
        JsonPath dry = repaired(late, true, true);

        // When
        JsonPath repair = repaired(late, true, false);

        // Then
        for (int i = 0; i < PAIRS; i++) {
            assertThat(earned(late.get(i))).as("pair %d", i).isEqualTo(earned(live.get(i)));
        }
        assertThat(repair.getMap("counts")).isEqualTo(dry.getMap("counts"));
        assertThat(repair.getInt(ending == Ending.CREDENTIALS_OFF ? "counts.pending" : "counts.awarded"))
                .isPositive();
        JsonPath again = repaired(live, true, false);
        assertThat(live.stream().map(RepairStory::stored)).isEqualTo(before);
        assertThat(again.getInt("counts.awarded") + again.getInt("counts.revoked") + again.getInt("counts.redated"))
                .isZero();
        lift(ending);
        for (int i = 0; i < PAIRS; i++) {
            assertThat(seen(late.get(i))).as("pair %d", i).isEqualTo(seen(live.get(i)));
        }
    }

    /** A change of the catalogue moves no date by itself; a repair dates as the courses do by now. */
    @Test
    void awardsWhatAProgramThatAsksForLessAwarded() {
        // Given
        random = new Random(100);
        happens(certificates(at(0)));
        happens(certificates(at(10)));
        world.askForSome(1);
        awaitJobs();
        List<String> live = learners("live");
        List<String> late = learners("late");

        // When
        repaired(late, false, false);

        // Then
        for (int i = 0; i < PAIRS; i++) {
            assertThat(seen(late.get(i)).keySet())
                    .as("pair %d", i)
                    .isEqualTo(seen(live.get(i)).keySet());
        }
        repaired(live, false, false);
        for (int i = 0; i < PAIRS; i++) {
            assertThat(seen(late.get(i))).as("pair %d", i).isEqualTo(seen(live.get(i)));
        }
    }

    /** What was earned while a program asked for less stays until a repair is told to revoke. */
    @Test
    void takesBackWhatAProgramThatAsksForMoreGivesNobodyAnyMore() {
        // Given
        random = new Random(200);
        world.askForSome(1);
        List<TakeCertificate> certificates = certificates(at(0));
        happens(certificates);
        world.askForSome(2);
        awaitJobs();
        RepairStory.live(certificates.stream().map(each -> of("now", each)).toList());
        List<String> live = learners("live");
        List<Map<String, String>> before = live.stream().map(RepairWorld::seen).toList();
        repaired(live, false, false);
        List<Map<String, String>> kept = live.stream().map(RepairWorld::seen).toList();

        // When
        JsonPath repair = repaired(live, true, false);

        // Then
        assertThat(kept)
                .extracting(Map::keySet)
                .isEqualTo(before.stream().map(Map::keySet).toList());
        assertThat(repair.getInt("counts.revoked")).isPositive();
        List<Map<String, String>> now =
                learners("now").stream().map(RepairWorld::seen).toList();
        assertThat(live.stream().map(RepairWorld::seen)).isEqualTo(now);
        repaired(learners("late"), true, false);
        assertThat(learners("late").stream().map(RepairWorld::seen)).isEqualTo(now);
    }

    private void change(int phase) {
        switch (phase) {
            case 1 -> world.date("A", at(30).toString());
            case 2 -> RepairWorld.site(false, List.of());
            case 3 -> RepairWorld.site(true, List.of(world.program(2)));
            case 4 -> world.configure(1, false);
            case 5 -> RepairWorld.site(true, List.of());
            case 6 -> world.configure(1, true);
            default -> {}
        }
    }

    private void end(Ending ending) {
        switch (ending) {
            case NOTHING -> {}
            case CREDENTIALS_OFF -> RepairWorld.site(false, List.of());
            case NO_CONFIGURATION -> world.configure(1, false);
        }
        happens(certificates(at(100)));
        world.date("B", at(5).toString());
        awaitJobs();
    }

    private void lift(Ending ending) {
        switch (ending) {
            case NOTHING -> {}
            case CREDENTIALS_OFF -> RepairWorld.site(true, List.of());
            case NO_CONFIGURATION -> world.configure(1, true);
        }
        awaitJobs();
    }

    /** The next versions of some certificates of the learners who live. */
    private List<TakeCertificate> certificates(Instant from) {
        List<TakeCertificate> certificates = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            for (String run : RUNS) {
                if (random.nextInt(3) == 0) {
                    int number = versions.merge(pair + run, 1, Integer::sum);
                    Instant when = from.plusSeconds(number);
                    certificates.add(world.story()
                            .taken(
                                    learner("live", pair),
                                    run,
                                    new CertificateVersion(
                                            number,
                                            random.nextInt(4) == 0 ? "notpassing" : "downloadable",
                                            random.nextInt(4) == 0 ? "honor" : "verified",
                                            random.nextBoolean() ? when.plusSeconds(random.nextInt(600)) : null,
                                            random.nextInt(5) == 0 ? at(random.nextInt(90)) : null,
                                            when)));
                }
            }
        }
        return certificates;
    }

    private void happens(List<TakeCertificate> certificates) {
        RepairStory.live(certificates);
        RepairStory.factsOnly(
                certificates.stream().map(each -> of("late", each)).toList());
    }

    private void decide() {
        for (int pair = 0; pair < PAIRS; pair++) {
            List<String> both = List.of(learner("live", pair), learner("late", pair));
            String status = random.nextBoolean() ? "awarded" : "revoked";
            switch (random.nextInt(12)) {
                case 0 -> world.decide(both, Map.of("program_uuid", world.program(1 + random.nextInt(3))), status);
                case 1 ->
                    world.decide(
                            both,
                            Map.of(
                                    "course_run_key",
                                    world.story().story().course(RUNS.get(random.nextInt(3))),
                                    "mode",
                                    "verified"),
                            status);
                case 2 -> both.forEach(RepairWorld::withdraw);
                default -> {}
            }
        }
    }

    /** The same certificate of the learner's other self. */
    private TakeCertificate of(String kind, TakeCertificate live) {
        String id = live.key().learnerId().value();
        String run = live.key().courseKey().value();
        return world.story()
                .taken(
                        id.substring(0, id.lastIndexOf('-') + 1) + kind,
                        RUNS.stream()
                                .filter(each ->
                                        world.story().story().course(each).equals(run))
                                .findFirst()
                                .orElseThrow(),
                        live.certificate());
    }

    private String learner(String kind, int pair) {
        return world.story().learner(pair) + "-" + kind;
    }

    private List<String> learners(String kind) {
        return IntStream.range(0, PAIRS).mapToObj(pair -> learner(kind, pair)).toList();
    }

    private JsonPath repaired(List<String> learners, boolean revoke, boolean dryRun) {
        List<UUID> programs = List.of(world.program(1), world.program(2), world.program(3));
        JsonPath repair = ended(RepairStory.started(
                Map.of("learners", learners, "programs", programs, "revoke", revoke, "dry_run", dryRun)));
        assertThat(repair.getString("state")).isEqualTo("done");
        return repair;
    }
}

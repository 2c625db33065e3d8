package org.laurel.programs.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.Story.at;
import static org.laurel.programs.repair.RepairStory.ended;
import static org.laurel.programs.repair.RepairStory.held;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.TakeCertificate;

/** A repair comes to what the events would have come to as they came, and a second one finds nothing to do. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RepairEquivalenceTest {

    private static final int HISTORIES = 60;
    private static final List<String> RUNS = List.of("A", "B", "C");

    private RepairStory story;
    private List<UUID> programs;

    @BeforeEach
    void definePrograms() {
        story = RepairStory.of("replay");
        story.story().put(1, List.of(List.of("A"), List.of("B", "C:honor"))).statusCode(201);
        story.story().put(2, List.of(List.of("A", "B", "C"))).statusCode(201);
        programs = List.of(
                UUID.fromString(story.story().program(1)),
                UUID.fromString(story.story().program(2)));
    }

    @Test
    void aRepairOfBareFactsGivesWhatTheyGiveAsTheyCome() {
        // Given
        for (int seed = 0; seed < HISTORIES; seed++) {
            List<TakeCertificate> history = history("live", seed);
            Random random = new Random(seed);
            Collections.shuffle(history, random);
            for (List<TakeCertificate> batch : batches(history, random)) {
                RepairStory.live(batch);
            }
            if (!history.isEmpty()) {
                RepairStory.factsOnly(history("late", seed));
            }
        }
        List<String> live = learners("live");
        List<String> late = learners("late");
        Map<String, Object> everybody =
                Map.of("learners", late, "programs", programs, "revoke", true, "dry_run", false);

        // When
        ended(RepairStory.started(everybody));

        // Then
        for (int i = 0; i < live.size(); i++) {
            assertThat(held(late.get(i))).as("programs of history %d", i).isEqualTo(held(live.get(i)));
            assertThat(courses(late.get(i))).as("runs of history %d", i).isEqualTo(courses(live.get(i)));
        }
        assertThat(late.stream().anyMatch(learner -> !held(learner).isEmpty())).isTrue();
        List<String> once = late.stream().map(RepairStory::stored).toList();
        JsonPath again = ended(RepairStory.started(everybody));
        assertThat(late.stream().map(RepairStory::stored)).isEqualTo(once);
        assertThat(again.getMap("counts"))
                .allSatisfy(
                        (word, count) -> assertThat((Integer) count).isEqualTo(word.equals("unchanged") ? count : 0));
    }

    @Test
    void aRepairOfWhatCameLiveFindsNothingToDo() {
        // Given
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            for (List<TakeCertificate> batch : batches(history("right", seed), random)) {
                RepairStory.live(batch);
            }
        }
        List<String> right = learners("right");
        List<String> before = right.stream().map(RepairStory::stored).toList();

        // When
        JsonPath repair = ended(
                RepairStory.started(Map.of("learners", right, "programs", programs, "revoke", true, "dry_run", false)));

        // Then
        assertThat(repair.getInt("counts.unchanged")).isPositive();
        assertThat(right.stream().map(RepairStory::stored)).isEqualTo(before);
    }

    private List<String> learners(String kind) {
        return IntStream.range(0, HISTORIES)
                .filter(seed -> !history(kind, seed).isEmpty())
                .mapToObj(seed -> learner(kind, seed))
                .toList();
    }

    private String learner(String kind, int seed) {
        return story.learner(seed) + "-" + kind;
    }

    /** The same versions for every kind of learner. */
    private List<TakeCertificate> history(String kind, int seed) {
        Random random = new Random(1_000L + seed);
        List<TakeCertificate> history = new ArrayList<>();
        for (String run : RUNS) {
            int count = random.nextInt(4);
            for (int number = 1; number <= count; number++) {
                String status = random.nextInt(3) == 0 ? "notpassing" : "downloadable";
                String mode = random.nextInt(3) == 0 ? "honor" : "verified";
                Instant available = random.nextBoolean() ? at(number + random.nextInt(5)) : null;
                history.add(story.taken(
                        learner(kind, seed), run, new CertificateVersion(number, status, mode, available, at(number))));
            }
        }
        return history;
    }

    private static List<List<TakeCertificate>> batches(List<TakeCertificate> history, Random random) {
        List<List<TakeCertificate>> batches = new ArrayList<>();
        int from = 0;
        while (from < history.size()) {
            int to = Math.min(history.size(), from + 1 + random.nextInt(3));
            batches.add(history.subList(from, to));
            from = to;
        }
        return batches;
    }

    private static Map<String, String> courses(String learnerId) {
        return Database.current().query("""
                        select course_key, status || ' ' || mode || ' ' || coalesce(available_at, first_awarded_at) as standing
                        from course_credential where learner_id = ?
                        """, learnerId).stream()
                .collect(Collectors.toMap(
                        row -> String.valueOf(row.get("course_key")), row -> String.valueOf(row.get("standing"))));
    }
}

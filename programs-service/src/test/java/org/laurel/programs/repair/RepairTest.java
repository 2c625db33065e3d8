package org.laurel.programs.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.repair.RepairStory.ended;
import static org.laurel.programs.repair.RepairStory.held;
import static org.laurel.programs.repair.RepairStory.stored;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;

/** What repairs do to credentials. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RepairTest {

    private static final String TOPIC = "laurel.program-credentials";

    private RepairStory story;
    private KafkaProbe probe;

    @BeforeEach
    void open() {
        story = RepairStory.of("repair").withProgram();
        probe = KafkaProbe.fromNow(TOPIC);
    }

    @AfterEach
    void close() {
        // Nobody else stumbles over it.
        Database.current()
                .execute("update program_credential set reason = 'unsupported', automatic_reason = 'unsupported'"
                        + " where automatic_reason = 'no such reason'");
        probe.close();
    }

    @Test
    void awardsWhatIsMissingAndTellsOfIt() {
        // Given
        RepairStory.factsOnly(List.of(story.granted(1, "A"), story.granted(2, "B")));

        // When
        JsonPath repair = ended(story.start("reason", "after the import"));

        // Then
        assertThat(repair.getMap("counts"))
                .isEqualTo(Map.of(
                        "awarded",
                        1,
                        "revoked",
                        0,
                        "redated",
                        0,
                        "pending",
                        0,
                        "unchanged",
                        0,
                        "course_credentials",
                        1,
                        "failed",
                        0));
        assertThat(repair.getInt("done")).isEqualTo(1);
        assertThat(repair.getInt("total")).isEqualTo(1);
        assertThat(repair.getString("reason")).isEqualTo("after the import");
        assertThat(held(story.learner(1))).containsOnlyKeys(story.program().toString());
        assertThat(held(story.learner(2))).isEmpty();
        assertThat(types(story.learner(1), 2))
                .containsExactly("org.laurel.course-credential.awarded.v1", "org.laurel.program-credential.awarded.v1");
    }

    @Test
    void revokesWhatNothingSupportsWhenAskedTo() {
        // Given
        story.unfounded(1, "courses_completed");
        RepairStory.live(List.of(story.granted(2, "A")));
        long kept = story.start();
        JsonPath without = ended(kept);

        // When
        JsonPath repair = ended(story.start("revoke", true));

        // Then
        assertThat(without.getInt("counts.unchanged")).isEqualTo(2);
        assertThat(repair.getInt("counts.revoked")).isEqualTo(1);
        assertThat(repair.getInt("counts.unchanged")).isEqualTo(1);
        assertThat(held(story.learner(1))).isEmpty();
        assertThat(held(story.learner(2))).hasSize(1);
        assertThat(types(story.learner(1), 1)).containsExactly("org.laurel.program-credential.revoked.v1");
    }

    @Test
    void onlyRevokesWhenThatIsAllItMay() {
        // Given
        story.unfounded(1, "courses_completed");
        RepairStory.factsOnly(List.of(story.granted(2, "A")));

        // When
        JsonPath repair = ended(story.start("revoke", true, "award", false));

        // Then
        assertThat(repair.getInt("counts.revoked")).isEqualTo(1);
        assertThat(repair.getInt("counts.awarded")).isZero();
        assertThat(held(story.learner(2))).isEmpty();
    }

    @Test
    void aDryRunTellsAndWritesNothing() {
        // Given
        RepairStory.factsOnly(
                IntStream.range(0, 25).mapToObj(i -> story.granted(i, "A")).toList());
        story.unfounded(30, "courses_completed");
        List<String> before =
                IntStream.range(0, 31).mapToObj(i -> stored(story.learner(i))).toList();

        // When
        JsonPath repair = ended(RepairStory.started(Map.of("programs", List.of(story.program()), "revoke", true)));

        // Then
        assertThat(repair.getBoolean("dry_run")).isTrue();
        assertThat(repair.getInt("counts.awarded")).isEqualTo(25);
        assertThat(repair.getInt("counts.revoked")).isEqualTo(1);
        assertThat(repair.getList("samples.awarded.learner_id"))
                .isEqualTo(IntStream.range(0, 20).mapToObj(story::learner).toList());
        assertThat(repair.getString("samples.awarded[0].username")).isEqualTo("user-" + story.learner(0));
        assertThat(repair.getString("samples.revoked[0].learner_id")).isEqualTo(story.learner(30));
        assertThat(repair.getString("samples.revoked[0].program_uuid"))
                .isEqualTo(story.program().toString());
        assertThat(IntStream.range(0, 31).mapToObj(i -> stored(story.learner(i))))
                .isEqualTo(before);
        JsonPath real = ended(story.start("revoke", true));
        assertThat(real.getMap("counts").get("awarded")).isEqualTo(25);
        assertThat(real.getMap("counts").get("revoked")).isEqualTo(1);
    }

    @Test
    void takesOnlyWhatIsNamed() {
        // Given
        RepairStory.factsOnly(
                IntStream.range(0, 4).mapToObj(i -> story.granted(i, "A")).toList());
        RepairStory other = RepairStory.of("other").withProgram();
        RepairStory.factsOnly(List.of(other.granted(1, "A")));

        // When
        JsonPath one = ended(story.start("programs", List.of(), "learners", List.of("USER-" + story.learner(1))));
        JsonPath two =
                ended(story.start("programs", List.of(), "learners_csv", "learner\n\"" + story.learner(2) + "\",x"));
        JsonPath three = ended(story.start(
                "programs", List.of(), "course_runs", List.of(story.story().course("A"))));

        // Then
        assertThat(one.getInt("counts.awarded")).isEqualTo(1);
        assertThat(one.getInt("listed")).isEqualTo(1);
        assertThat(two.getInt("counts.awarded")).isEqualTo(1);
        assertThat(three.getInt("counts.awarded")).isEqualTo(2);
        assertThat(three.getInt("done")).isEqualTo(4);
        assertThat(held(other.learner(1))).isEmpty();
    }

    @Test
    void takesEverythingWhenAskedTo() {
        // Given
        RepairStory.factsOnly(List.of(story.granted(1, "A")));

        // When
        JsonPath repair = ended(story.start("programs", List.of(), "all", true));

        // Then
        assertThat(repair.getBoolean("all")).isTrue();
        assertThat(held(story.learner(1))).hasSize(1);
    }

    @Test
    void leavesOutTheLearnerWhoMakesItFail() {
        // Given
        RepairStory.factsOnly(
                IntStream.range(0, 3).mapToObj(i -> story.granted(i, "A")).toList());
        story.unfounded(1, "no such reason");

        // When
        JsonPath repair = ended(story.start());

        // Then
        assertThat(repair.getString("state")).isEqualTo("done");
        assertThat(repair.getInt("counts.failed")).isEqualTo(1);
        assertThat(repair.getInt("counts.awarded")).isEqualTo(2);
        assertThat(repair.getInt("done")).isEqualTo(3);
        assertThat(repair.getList("left_out.learner_id")).isEqualTo(List.of(story.learner(1)));
    }

    @Test
    void leavesWhatStaffDecidedAsItIs() {
        // Given
        RepairStory.live(List.of(story.granted(1, "B"), story.granted(2, "A")));
        story.staffSay(1, "awarded");
        story.staffSay(2, "revoked");

        // When
        JsonPath repair = ended(story.start("revoke", true));

        // Then
        assertThat(repair.getInt("counts.unchanged")).isEqualTo(2);
        assertThat(held(story.learner(1))).hasSize(1);
        assertThat(held(story.learner(2))).isEmpty();
    }

    @Test
    void countsWhatWaitsForAConfiguration() {
        // Given
        story.withoutConfiguration();
        RepairStory.factsOnly(List.of(story.granted(1, "A")));
        JsonPath dry = ended(story.start("dry_run", true));
        assertThat(waiting(story.learner(1))).isZero();

        // When
        JsonPath repair = ended(story.start());

        // Then
        assertThat(dry.getInt("counts.pending")).isEqualTo(1);
        assertThat(repair.getInt("counts.pending")).isEqualTo(1);
        assertThat(repair.getInt("counts.awarded")).isZero();
        assertThat(waiting(story.learner(1))).isEqualTo(1);
        assertThat(held(story.learner(1))).isEmpty();
    }

    private static int waiting(String learnerId) {
        return Integer.parseInt(String.valueOf(
                Database.current().value("select count(*) from pending_award where learner_id = ?", learnerId)));
    }

    private List<String> types(String learnerId, int count) {
        return probe.awaitEvents(TOPIC, count, event -> learnerId.equals(event.key())).stream()
                .map(ReceivedEvent::type)
                .toList();
    }
}

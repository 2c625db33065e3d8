package org.laurel.completion.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.completion.progress.app.ReleaseSweep;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.PlatformEvent;

/** What is stored beside a walk over the whole course. */
@QuarkusTest
class VerificationTest {

    private final Scheduler scheduler = CDI.current().select(Scheduler.class).get();

    @AfterEach
    void letSweepsGoOn() {
        scheduler.resume(ReleaseSweep.KIND);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void findsNothingAfterAnyHistory(long seed) {
        // Given
        VerificationWorld world = new VerificationWorld("course-v1:Verify+history" + seed + "+1");
        Random random = new Random(seed);
        Platform platform = new Platform(world.course());
        PlatformEvent[] facts = new PlatformEvent[100];
        for (int i = 0; i < facts.length; i++) {
            facts[i] = fact(platform, random, i + 1);
        }
        world.tell(facts);
        Arrival.awaitJobs();

        // When
        JsonPath verification = world.verified();

        // Then
        assertThat(verification.getList("differences")).isEmpty();
        assertThat(verification.getInt("counts.different")).isZero();
        assertThat(verification.getInt("counts.numbers")).isZero();
        assertThat(verification.getInt("counts.right")).isGreaterThan(2);
        assertThat(verification.getInt("counts.course_runs")).isEqualTo(1);
    }

    private static PlatformEvent fact(Platform platform, Random random, int minute) {
        String learner = "v" + random.nextInt(4) + platform.course();
        Outline outline = Outline.small(platform.course());
        String some = List.of("a", "b", "ch2", "oc", "o").get(random.nextInt(5));
        return switch (random.nextInt(12)) {
            case 0 ->
                platform.structure(
                        switch (random.nextInt(5)) {
                            case 0 -> outline.groups(some, "verified", "88");
                            case 1 -> outline.staffOnly(some);
                            case 2 -> outline.optional(some);
                            case 3 -> outline.block("course", "c", "ch1", "e", "ch2", "o");
                            default -> outline.release(some, Platform.at(-1));
                        },
                        minute,
                        minute);
            case 1 ->
                platform.enrolledIn(
                        random.nextBoolean() ? "audit" : "verified", learner, learner, random.nextInt(3) > 0, minute);
            case 2 -> platform.cohort(learner, 88, "Night", random.nextBoolean(), random.nextBoolean(), minute);
            case 3 -> platform.role(learner, "staff", false, random.nextInt(3) == 0, minute);
            case 4 ->
                platform.assigned(
                        learner,
                        outline.key("o"),
                        random.nextBoolean() ? List.of(outline.key("oc")) : List.of(),
                        minute);
            default ->
                platform.completed(
                        learner,
                        outline.key(List.of("a", "b", "d", "oc").get(random.nextInt(4))),
                        List.of("0", "0.25", "0.5", "1").get(random.nextInt(4)),
                        minute);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "course row      | course  | update course_progress set earned = earned - 1 where course_key = ?",
                "membership      | course  | update course_progress set cohorts = '5' where course_key = ?",
                "profile         | course  | update course_progress set audience = 'x' where course_key = ?",
                "no course row   | course  | delete from course_progress where course_key = ?",
                "block row       | block   | update block_progress set earned = earned - 1 where course_key = ? and block_key like '%@ch1'",
                "possible        | block   | update block_progress set possible = 9 where course_key = ? and block_key like '%@ch1'",
                "no block row    | block   | delete from block_progress where course_key = ? and block_key like '%@ch1'",
                "a row too many  | block   | insert into block_progress select course_key, learner_id, 'gone', 1, 1, 0, 0 from course_progress where course_key = ?",
                "number of learners | counter | update completion_counter_delta set learners = 7 where course_key = ? and kind = 'LEARNERS'",
                "number of a block  | counter | delete from completion_counter_delta where course_key = ? and kind = 'BLOCK'",
                "number of a day    | counter | update completion_counter_delta set earned = 1 where course_key = ? and kind = 'DAY'",
            })
    void findsAndRepairsWhatIsFalse(String what, String kind, String statement) {
        // Given
        VerificationWorld world = new VerificationWorld("course-v1:Verify+false+" + what.replace(' ', '_'));
        String learner = "f-" + what.replace(' ', '_');
        world.begin(learner);
        // The numbers lie in one of two tables, depending on whether they are folded yet.
        Database.current().execute("""
                        with gone as (delete from completion_counter where course_key = ? returning *)
                        insert into completion_counter_delta select * from gone
                        """, world.course());
        Database.current().execute(statement, world.course());

        // When
        JsonPath found = world.verified();
        JsonPath repaired = world.repaired();
        JsonPath after = world.verified();

        // Then
        assertThat(found.getList("differences.kind", String.class)).contains(kind);
        assertThat(found.getList("differences.course_key", String.class)).containsOnly(world.course());
        assertThat(repaired.getInt("counts.different")).isEqualTo(found.getInt("counts.different"));
        assertThat(repaired.getInt("counts.repaired")).isEqualTo(found.getInt("counts.different"));
        assertThat(after.getList("differences")).isEmpty();
        assertThat(after.getInt("counts.right")).isEqualTo(1);
        assertThat(Database.current()
                        .value("select earned || '/' || possible from course_progress where learner_id = ?", learner))
                .isEqualTo("2500000000/4");
    }

    @Test
    void saysWhatIsStoredAndWhatAWalkComesTo() {
        // Given
        VerificationWorld world = new VerificationWorld("course-v1:Verify+words+1");
        world.begin("w1", "w2");
        Database.current()
                .execute(
                        "update block_progress set earned = 2000000000 where learner_id = 'w1' and block_key = ?",
                        world.key("ch1"));

        // When
        JsonPath named = VerificationWorld.verified(Map.of("learners", List.of("W1"), "numbers", "none"));
        JsonPath other = VerificationWorld.verified(Map.of("learners", List.of("w2"), "course_key", world.course()));

        // Then
        assertThat(named.getList("differences")).hasSize(1);
        assertThat(named.getString("differences[0].learner_id")).isEqualTo("w1");
        assertThat(named.getString("differences[0].username")).isEqualTo("w1");
        assertThat(named.getString("differences[0].item")).isEqualTo(world.key("ch1"));
        assertThat(named.getString("differences[0].stored")).isEqualTo("2/2, optional 0/0");
        assertThat(named.getString("differences[0].walked")).isEqualTo("1.5/2, optional 0/0");
        assertThat(named.getInt("counts.course_runs")).isZero();
        assertThat(other.getInt("counts.right")).isEqualTo(1);
        assertThat(other.getInt("listed")).isEqualTo(1);
    }

    @Test
    void leavesRowsAloneThatFollowAnOlderStructureWhileAJobBringsThemUp() {
        // Given
        VerificationWorld world = behind("behind", "b1");
        job(world, "paused");

        // When
        JsonPath verification =
                VerificationWorld.verified(Map.of("course_key", world.course(), "numbers", "none", "repair", true));

        // Then
        assertThat(verification.getInt("counts.behind")).isEqualTo(1);
        assertThat(verification.getInt("counts.different")).isZero();
        assertThat(verification.getInt("counts.right")).isZero();
        Database.current().execute("delete from job where subject = ?", world.course());
    }

    @Test
    void findsRowsThatNoJobBringsUp() {
        // Given
        VerificationWorld world = behind("forgotten", "b2");
        job(world, "failed");

        // When
        JsonPath found = VerificationWorld.verified(Map.of("course_key", world.course(), "numbers", "none"));

        // Then
        assertThat(found.getList("differences.kind", String.class)).containsExactly("behind");
        assertThat(found.getInt("counts.different")).isEqualTo(1);
        assertThat(found.getInt("counts.behind")).isZero();
        assertThat(world.left()).isEqualTo(1);
        world.repaired();
        assertThat(world.verified().getInt("counts.right")).isEqualTo(1);
        assertThat(world.left()).isZero();
    }

    @Test
    void doesNotForgetADifferenceOfALearnerWhoIsBehindMeanwhile() {
        // Given
        VerificationWorld world = new VerificationWorld("course-v1:Verify+kept+1");
        world.begin("b3");
        Database.current().execute("update course_progress set earned = 0 where course_key = ?", world.course());
        world.verified();
        long found = world.left();
        Database.current().execute("update course_progress set structure_id = -1 where course_key = ?", world.course());
        job(world, "paused");

        // When
        JsonPath again = VerificationWorld.verified(Map.of("course_key", world.course(), "numbers", "none"));

        // Then
        assertThat(again.getInt("counts.behind")).isEqualTo(1);
        assertThat(world.left()).isEqualTo(found).isPositive();
        Database.current().execute("delete from job where subject = ?", world.course());
        world.repaired();
        assertThat(world.left()).isZero();
    }

    private static VerificationWorld behind(String name, String learner) {
        VerificationWorld world = new VerificationWorld("course-v1:Verify+" + name + "+1");
        world.begin(learner);
        Database.current().execute("update course_progress set structure_id = -1 where course_key = ?", world.course());
        return world;
    }

    private static void job(VerificationWorld world, String state) {
        Database.current()
                .execute(
                        "insert into job (kind, subject, state, created_by) values ('rebase-course-progress', ?, ?, 'test')",
                        world.course(),
                        state);
    }

    @Test
    void waitsForTheJobOfAReleaseThatHasJustCome() {
        // Given
        VerificationWorld world = new VerificationWorld("course-v1:Verify+released+1");
        world.begin("rl1", "rl2");
        scheduler.pause(ReleaseSweep.KIND); // it would count them again
        Database.current().execute("""
                        update course_progress set release_due_at = now() - case learner_id
                            when 'rl1' then interval '1 minute' else interval '2 hours' end where course_key = ?
                        """, world.course());

        // When
        JsonPath found = VerificationWorld.verified(Map.of("course_key", world.course(), "numbers", "none"));

        // Then
        assertThat(found.getInt("counts.behind")).isEqualTo(1);
        assertThat(found.getList("differences.learner_id", String.class)).containsExactly("rl2");
    }

    /** A role and a cohort of the whole organisation let a learner see what others do not, and so does a mode. */
    @Test
    void findsALearnerWhoIsCountedAsSomebodyElse() {
        // Given
        VerificationWorld world = new VerificationWorld("course-v1:VerifyOrg+told+1");
        Platform platform = new Platform(world.course());
        world.begin("o1", "o2", "o3");
        world.tell(
                platform.structure(
                        world.outline()
                                .groups("a", "Night")
                                .groups("b", "verified")
                                .staffOnly("d"),
                        2,
                        5),
                platform.role("o1", "instructor", true, true, 6),
                platform.cohort("o2", 77, "Night", true, true, 6),
                platform.enrolledIn("verified", "o3", "o3", true, 7));
        Arrival.awaitJobs();

        // When
        JsonPath verification = world.verified();

        // Then
        assertThat(verification.getList("differences")).isEmpty();
        assertThat(verification.getInt("counts.right")).isEqualTo(3);
        assertThat(Database.current()
                        .query("select distinct possible from course_progress where course_key = ?", world.course()))
                .hasSizeGreaterThan(1);
        Database.current()
                .execute(
                        "update course_progress set audience = '' where course_key = ? and learner_id = 'o2'",
                        world.course());
        assertThat(world.verified().getList("differences.learner_id", String.class))
                .contains("o2")
                .doesNotContain("o1", "o3");
    }
}

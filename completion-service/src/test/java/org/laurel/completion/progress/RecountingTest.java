package org.laurel.completion.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.spi.CDI;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.completion.progress.app.ReleaseSweep;
import org.laurel.completion.verification.VerificationWorld;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;

/** A learner whose sums cannot be moved, or not be counted at all, keeps nobody else behind. */
@QuarkusTest
class RecountingTest {

    private static final String RELEASES = "follow-block-releases";

    private final Scheduler scheduler = CDI.current().select(Scheduler.class).get();

    @BeforeEach
    void holdSweepsOff() {
        scheduler.pause(ReleaseSweep.KIND);
    }

    @AfterEach
    void letSweepsAndLearnersGo() {
        letEverybodyGo();
        scheduler.resume(ReleaseSweep.KIND);
    }

    private static void letEverybodyGo() {
        Database.current().execute("alter table course_progress drop constraint if exists test_stuck");
    }

    @Test
    void followsAPublicationAlsoForWhoseStoredSumCannotBeMoved() {
        // Given
        String course = "course-v1:Recounting+publication+1";
        Outline outline = Outline.small(course);
        Platform platform = new Platform(course);
        send(platform.structure(outline, 1, 0));
        for (String learner : List.of("rp1", "rp2", "rp3")) {
            send(
                    platform.completed(learner, outline.key("a"), "1", 1),
                    platform.completed(learner, outline.key("d"), "1", 2));
        }
        Database.current().execute("update course_progress set earned = 0 where learner_id = 'rp2'");

        // When
        Outline smaller = Outline.small(course).block("course", "c", "ch1", "e");
        send(platform.structure(smaller, 2, 3));
        Arrival.awaitJobs();

        // Then
        assertThat(sums(course)).containsExactly("rp1 1000000000/2", "rp2 1000000000/2", "rp3 1000000000/2");
        assertThat(jobs("rebase-course-progress", course)).last().isEqualTo("done {}");
    }

    @Test
    void followsAReleaseAlsoForWhoseStoredSumCannotBeMoved() {
        // Given
        String course = "course-v1:Recounting+release+1";
        release(course, "rr1", "rr2");
        Database.current()
                .execute("update course_progress set possible = 9, earned = 9000000000 where learner_id = 'rr1'");

        // When
        sweep();

        // Then
        assertThat(sums(course)).containsExactly("rr1 0/4", "rr2 0/4");
        assertThat(jobs(RELEASES, course)).containsExactly("done {}");
    }

    @Test
    void leavesBehindWhoeverCannotBeCountedAndComesBackLater() {
        // Given
        String course = "course-v1:Recounting+stuck+1";
        release(course, "rs1", "rs2", "rs3");
        stick("rs1");

        // When
        sweep();
        sweep();

        // Then
        assertThat(sums(course)).containsExactly("rs1 0/2", "rs2 0/4", "rs3 0/4");
        assertThat(jobs(RELEASES, course)).containsExactly("done {\"failed\": 1}");
        letEverybodyGo();
        Database.current()
                .execute("update job set changed_at = changed_at - interval '1 hour' where subject = ?", course);
        sweep();
        assertThat(sums(course)).contains("rs1 0/4");
    }

    @Test
    void failsWhenNobodyCanBeCounted() {
        // Given
        String course = "course-v1:Recounting+nobody+1";
        release(course, "rn0", "rn1", "rn2", "rn3", "rn4", "rn5", "rn6", "rn7", "rn8", "rn9");
        stick("rn");

        // When
        CDI.current().select(ReleaseSweep.class).get().sweep();

        // Then
        await("a failure")
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> Database.current().number("select max(failures) from job where subject = ?", course) > 0);
        assertThat(jobs(RELEASES, course)).singleElement().asString().doesNotStartWith("done");
        assertThat(sums(course)).hasSize(10).allMatch(sum -> sum.endsWith(" 0/2"));
        Database.current().execute("delete from job where subject = ?", course);
    }

    @Test
    void repairsACourseRunButForWhomItCannot() {
        // Given
        VerificationWorld world = new VerificationWorld("course-v1:Recounting+repair+1");
        world.begin("rx1", "rx2", "ry1");
        Database.current().execute("update course_progress set earned = 0 where course_key = ?", world.course());
        stick("rx");

        // When
        JsonPath repair = world.repaired();

        // Then
        assertThat(sums(world.course())).containsExactly("rx1 0/4", "rx2 0/4", "ry1 2500000000/4");
        assertThat(repair.getString("state")).isEqualTo("done");
        assertThat(repair.getInt("counts.different")).isEqualTo(3);
        assertThat(repair.getInt("counts.repaired")).isEqualTo(1);
        assertThat(world.left()).isEqualTo(2);
    }

    @Test
    void countsACourseRunAgainButForWhomItCannot() {
        // Given
        String course = "course-v1:Recounting+course+1";
        Outline outline = Outline.small(course);
        Platform platform = new Platform(course);
        send(platform.structure(outline, 1, 0));
        for (String learner : List.of("rc1", "rc2", "rc3")) {
            send(platform.completed(learner, outline.key("a"), "1", 1));
        }
        Database.current().execute("update course_progress set earned = 0 where course_key = ?", course);
        stick("rc2");

        // When
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.staff())
                .post("/api/completion/v1/course-structures/" + course + ":recount")
                .then()
                .statusCode(202);
        Arrival.awaitJobs();

        // Then
        assertThat(sums(course)).containsExactly("rc1 1000000000/4", "rc2 0/4", "rc3 1000000000/4");
        assertThat(jobs("recount-course-progress", course))
                .singleElement()
                .asString()
                .contains("\"failed\": 1");
    }

    /** Learners who do not follow a release yet, the first the longest. */
    private static void release(String course, String... learners) {
        Platform platform = new Platform(course);
        send(platform.structure(Outline.small(course).release("ch2", Platform.at(30)), 1, 0));
        for (int i = 0; i < learners.length; i++) {
            send(platform.enrolled(learners[i], learners[i], true, 1));
            Database.current()
                    .execute(
                            "update course_progress set possible = 2, release_step = 0, release_due_at = ? where learner_id = ?",
                            OffsetDateTime.parse(Platform.at(30 + i).toString()),
                            learners[i]);
        }
    }

    /** Has the database refuse whatever is written of the sums of learners whose ids begin like this. */
    private static void stick(String learners) {
        Database.current()
                .execute("alter table course_progress add constraint test_stuck check (learner_id not like '" + learners
                        + "%') not valid");
    }

    private static void sweep() {
        CDI.current().select(ReleaseSweep.class).get().sweep();
        Arrival.awaitJobs();
    }

    private static void send(PlatformEvent... events) {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, events);
        }
    }

    private static List<String> sums(String course) {
        return texts(
                "select learner_id || ' ' || earned || '/' || possible as text from course_progress where course_key = ?"
                        + " order by learner_id",
                course);
    }

    private static List<String> jobs(String kind, String course) {
        return texts(
                "select state || ' ' || counts as text from job where kind = ? and subject = ? order by id",
                kind,
                course);
    }

    private static List<String> texts(String sql, String... parameters) {
        return Database.current().query(sql, (Object[]) parameters).stream()
                .map(row -> String.valueOf(row.get("text")))
                .toList();
    }
}

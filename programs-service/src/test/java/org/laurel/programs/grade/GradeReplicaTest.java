package org.laurel.programs.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.laurel.programs.Story.at;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.programs.Story;

/** Grades come with grade and passing events; the newest by business time is kept, whatever arrives last. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class GradeReplicaTest {

    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.fromNow("laurel.learners");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void keepsTheNewestGradeOfBothEvents() {
        // Given
        Story story = new Story("grades");
        probe.send(changed(story, "A", "0.61239", "\"C\"", 10));
        awaitGrade(story, "A", "0.6124");

        // When
        probe.send(passing(story, "A", "0.75", "\"B\"", 20));

        // Then
        awaitGrade(story, "A", "0.7500");
        assertThat(stored(story, "A")).containsEntry("letter_grade", "B").containsEntry("verified", true);
        assertThat(String.valueOf(stored(story, "A").get("told"))).isEqualTo(String.valueOf(at(20)));
        assertThat(historyOf(story)).containsExactly("0.6124", "0.7500");
    }

    @Test
    void endsWithTheSameGradeWhateverTheOrderOfArrival() {
        // Given
        Random random = new Random(7);
        List<PlatformEvent> events = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Story story = new Story("gradeorder" + i);
            List<PlatformEvent> own = new ArrayList<>(List.of(
                    changed(story, "A", "0.1", "\"D\"", 10),
                    passing(story, "A", "0.2", "\"C\"", 20),
                    changed(story, "A", "0.3", "null", 20),
                    passing(story, "A", null, null, 30)));
            own.add(own.getFirst().withId("again-" + i));
            Collections.shuffle(own, random);
            events.addAll(own);
        }

        // When
        probe.sendAll(events);

        // Then
        for (int i = 0; i < 6; i++) {
            Story story = new Story("gradeorder" + i);
            awaitGrade(story, "A", "0.3000");
            assertThat(stored(story, "A")).containsEntry("letter_grade", "");
        }
    }

    @Test
    void keepsTheGradeWhenAnOlderOneComesLate() {
        // Given
        Story story = new Story("lategrade");
        probe.send(changed(story, "A", "0.9", null, 50));
        awaitGrade(story, "A", "0.9000");

        // When
        probe.sendAll(List.of(changed(story, "A", "0.1", null, 40), changed(story, "B", "0.5", null, 1)));

        // Then
        awaitGrade(story, "B", "0.5000");
        assertThat(stored(story, "A").get("percent_grade")).hasToString("0.9000");
    }

    private static List<String> historyOf(Story story) {
        return Database.current()
                .query(
                        "select percent_grade from grade_history where learner_id = ? order by history_id",
                        story.learnerId())
                .stream()
                .map(row -> String.valueOf(row.get("percent_grade")))
                .toList();
    }

    private static void awaitGrade(Story story, String run, String percent) {
        await(percent)
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> percent.equals(String.valueOf(stored(story, run).get("percent_grade"))));
    }

    private static Map<String, @Nullable Object> stored(Story story, String run) {
        List<Map<String, @Nullable Object>> rows = Database.current().query("""
                        select letter_grade, percent_grade, verified,
                               to_char(lms_last_updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as told
                        from grade where learner_id = ? and course_key = ?
                        """, story.learnerId(), story.course(run));
        return rows.isEmpty() ? Map.of() : rows.getFirst();
    }

    private static PlatformEvent changed(Story story, String run, String grade, @Nullable String letter, int minute) {
        return PlatformEvent.of("org.laurel.grade.changed.v1", story.learnerId(), """
                {"learner_id": "%s", "course_key": "%s", "grade": %s, "letter_grade": %s, "occurred_at": "%s"}""".formatted(
                        story.learnerId(), story.course(run), grade, letter, at(minute)));
    }

    private static PlatformEvent passing(
            Story story, String run, @Nullable String grade, @Nullable String letter, int minute) {
        return PlatformEvent.of("org.laurel.passing-status.changed.v1", story.learnerId(), """
                {"learner_id": "%s", "course_key": "%s", "passing": true, "grade": %s, "letter_grade": %s,
                 "occurred_at": "%s"}""".formatted(
                        story.learnerId(), story.course(run), grade, letter, at(minute)));
    }
}

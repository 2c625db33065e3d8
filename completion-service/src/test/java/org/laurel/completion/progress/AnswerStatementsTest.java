package org.laurel.completion.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.Arrival;
import org.laurel.completion.CountingSql;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.completion.progress.db.EnrollmentQuery.Part;
import org.laurel.completion.progress.db.EnrollmentQuery.Selection;
import org.laurel.completion.progress.db.ProgressQuery;
import org.laurel.completion.progress.db.ProgressQuery.Listed;
import org.laurel.completion.progress.domain.Extent;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;

/**
 * The learners and numbers of an answer cost at most four statements, whatever the size of the page and whatever has to be counted
 * again: a course run's page one for the count, one for the learners, one for where they stand, one for their sums. One more each
 * for what is asked for besides, and one for all graphs that are not in memory.
 */
@QuarkusTest
class AnswerStatementsTest {

    private static final String COURSE = "course-v1:Org+statements+1";
    private static final Outline OUTLINE = Outline.small(COURSE);
    private static final CourseKey KEY = new CourseKey(COURSE);

    private static final Extent BLOCKS = new Extent(Set.of("chapter"), null);

    private final ProgressQuery progress =
            CDI.current().select(ProgressQuery.class).get();

    @BeforeEach
    void hundredLearnersOfWhomHalfAreBehind() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", COURSE))) {
            Platform platform = new Platform(COURSE);
            try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
                Arrival.send(probe, platform.structure(OUTLINE, 1, 0));
                List<PlatformEvent> events = new ArrayList<>();
                for (int learner = 100; learner < 200; learner++) {
                    events.add(platform.completed("st" + learner, OUTLINE.key("a"), "1", 1));
                    events.add(platform.enrolled("st" + learner, "statements" + learner, true, 1));
                }
                Arrival.send(probe, events.toArray(PlatformEvent[]::new));
            }
        }
        Database.current()
                .execute(
                        "update course_progress set structure_id = -1 where course_key = ? and learner_id < 'st150'",
                        COURSE);
    }

    @Test
    void areAsManyForAHundredLearnersAsForOne() {
        // Given: scenarios 19, 23 and 29; what is read is right although what is stored is behind
        Selection all = new Selection(null, KEY, null, false);
        Listed listed = progress.list(all, new Part.From(0, 100), BLOCKS);
        assertThat(listed.views())
                .hasSize(100)
                .allSatisfy(view -> assertThat(
                                view.tally(Objects.requireNonNull(view.view()).course())
                                        .earned())
                        .isEqualTo(1_000_000_000));

        // When
        int hundred = statements(all, new Part.From(0, 100), BLOCKS);

        // Then
        assertThat(hundred).isEqualTo(4);
        assertThat(statements(all, new Part.From(0, 1), BLOCKS)).isEqualTo(4);
        assertThat(statements(all, new Part.From(99, 1), BLOCKS)).isEqualTo(4);
        assertThat(statements(all, new Part.Last(7), new Extent(Set.of(), OUTLINE.key("o"))))
                .isEqualTo(4);
    }

    @Test
    void areFewerWhereTheListIsShort() {
        // Given
        Selection one = new Selection(new LearnerId("st100"), null, null, false);
        Selection some = new Selection(null, KEY, List.of(new LearnerId("st101"), new LearnerId("st199")), false);

        // When
        int ofOne = statements(one, new Part.From(0, 100), BLOCKS);

        // Then
        assertThat(ofOne).isEqualTo(3);
        assertThat(statements(some, new Part.From(0, 100), BLOCKS)).isEqualTo(3);
        assertThat(CountingSql.count(
                        () -> progress.of(new LearnerId("st199"), KEY, new Extent(Set.of(), OUTLINE.key("o")))))
                .isEqualTo(3);
        assertThat(CountingSql.count(() -> progress.of(new LearnerId("st199"), KEY, Extent.COURSE)))
                .isEqualTo(2);
    }

    @Test
    void areOneMoreForAllGraphsThatAreNotInMemory() {
        // Given
        Database.current().execute("""
                insert into course_structure (course_key, occurred_at, version, content_hash, root, blocks, changed_by,
                                              cause_id, block_count)
                select 'course-v1:Org+statements+cold' || i, occurred_at, version, content_hash, root, blocks, changed_by,
                       cause_id, block_count
                from course_structure cross join generate_series(1, 9) i where course_key = ?
                on conflict do nothing
                """, COURSE);
        Database.current().execute("""
                insert into enrollment (learner_id, course_key, is_active, version)
                select 'st100', 'course-v1:Org+statements+cold' || i, true, 1 from generate_series(1, 9) i
                on conflict do nothing
                """);
        Selection one = new Selection(new LearnerId("st100"), null, null, false);

        // When
        int cold = statements(one, new Part.From(0, 100), BLOCKS);

        // Then
        assertThat(cold).isEqualTo(4);
        assertThat(statements(one, new Part.From(0, 100), BLOCKS)).isEqualTo(3);
        assertThat(progress.list(one, new Part.From(0, 100), BLOCKS).views())
                .hasSize(10)
                .allSatisfy(view -> assertThat(view.view()).isNotNull());
    }

    @ParameterizedTest
    @CsvSource({
        "/course-v1:Org+statements+1/?page_size=100, 4",
        "/course-v1:Org+statements+1/?page_size=100&requested_fields=chapter, 4",
        "/course-v1:Org+statements+1/?page_size=100&requested_fields=chapter&page=last, 4",
        "/course-v1:Org+statements+1/?page_size=100&requested_fields=chapter&user_ids=st100.st199, 3",
        "/course-v1:Org+statements+1/?page_size=100&requested_fields=mean, 5",
        "/course-v1:Org+statements+1/?username=statements150, 3",
        "/course-v1:Org+statements+1/?username=statements150&requested_fields=mean, 4",
        "/?all_users=true&page_size=100&course_key=course-v1:Org%2Bstatements%2B1&requested_fields=mean, 6",
        "/?username=statements150&course_key=course-v1:Org%2Bstatements%2B1&requested_fields=chapter, 5"
    })
    void areOneMoreForEachThingThatIsAskedForBesides(String path, int most) {
        // Given
        Runnable request = () -> given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.staff())
                .get("/api/completion/v1/course" + path)
                .then()
                .statusCode(200);
        // The names of types are asked for once in ten seconds, and so is the length of the list of all.
        request.run();

        // When
        List<String> sent = CountingSql.statementsOfAnswer(request);

        // Then
        assertThat(sent).hasSizeLessThanOrEqualTo(most).doesNotHaveDuplicates();
    }

    private int statements(Selection selection, Part part, Extent extent) {
        return CountingSql.count(() -> progress.list(selection, part, extent));
    }
}

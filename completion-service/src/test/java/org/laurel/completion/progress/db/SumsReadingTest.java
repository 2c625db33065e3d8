package org.laurel.completion.progress.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.CountingSql;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.completion.progress.domain.Earned;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;

/** Of each learner no more is read than what is wanted. */
@QuarkusTest
class SumsReadingTest implements SumsReading.Taker {

    private static final String COURSE = "course-v1:Org+sums+1";
    private static final Outline OUTLINE = Outline.small(COURSE);
    private static final CourseLearner FIRST = learner("sums1");
    private static final CourseLearner SECOND = learner("sums2");

    private final SumsReading reading = CDI.current().select(SumsReading.class).get();

    private final Map<CourseLearner, Map<String, Long>> completions = new HashMap<>();
    private final Map<CourseLearner, Map<String, Earned>> rows = new HashMap<>();

    @Override
    public void completions(CourseLearner key, Map<String, Long> units) {
        completions.put(key, units);
    }

    @Override
    public void sums(CourseLearner key, Map<String, Earned> sums) {
        rows.put(key, sums);
    }

    @BeforeEach
    void learners() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", COURSE))) {
            Platform platform = new Platform(COURSE);
            try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
                Arrival.send(probe, platform.structure(OUTLINE, 1, 0));
                for (String learner : List.of("sums1", "sums2")) {
                    Arrival.send(
                            probe,
                            platform.completed(learner, OUTLINE.key("a"), "1", 1),
                            platform.completed(learner, OUTLINE.key("d"), "0.5", 1),
                            platform.enrolled(learner, learner, true, 1));
                }
            }
        }
    }

    @Test
    void readsTheStoredSumsThatAreWanted() {
        // Given
        SumsReading.Wish wish = new SumsReading.Wish();
        wish.sums(FIRST, List.of(OUTLINE.key("ch1")));
        wish.sums(SECOND);

        // When
        reading.load(wish, this);

        // Then
        assertThat(rows)
                .containsOnly(
                        Map.entry(FIRST, Map.of(OUTLINE.key("ch1"), new Earned(1_000_000_000, 0))),
                        Map.entry(
                                SECOND,
                                Map.of(
                                        OUTLINE.key("ch1"), new Earned(1_000_000_000, 0),
                                        OUTLINE.key("ch2"), new Earned(500_000_000, 0))));
        assertThat(completions).isEmpty();
    }

    @Test
    void readsTheCompletionsThatAreWanted() {
        // Given
        SumsReading.Wish wish = new SumsReading.Wish();
        wish.completions(FIRST);
        wish.completions(SECOND, List.of(OUTLINE.key("d"), OUTLINE.key("oc")));
        wish.completions(learner("sums-nobody"), List.of(OUTLINE.key("d")));

        // When
        reading.load(wish, this);

        // Then
        assertThat(completions.keySet()).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(Objects.requireNonNull(completions.get(FIRST))).containsOnlyKeys(OUTLINE.key("a"), OUTLINE.key("d"));
        assertThat(completions.get(SECOND)).isEqualTo(Map.of(OUTLINE.key("d"), 500_000_000L));
    }

    @Test
    void asksForNothingWhenNothingIsWanted() {
        // Given
        SumsReading.Wish wish = new SumsReading.Wish();
        wish.sums(FIRST, List.of());

        // When
        int statements = CountingSql.count(() -> reading.load(wish, this));

        // Then
        assertThat(statements).isZero();
    }

    private static CourseLearner learner(String id) {
        return new CourseLearner(OUTLINE.courseKey(), new LearnerId(id));
    }
}

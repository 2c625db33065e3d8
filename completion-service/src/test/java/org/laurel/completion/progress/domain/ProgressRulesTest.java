package org.laurel.completion.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Outline;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** The worked example of change detection: what a correct service answers at each step. */
class ProgressRulesTest {

    private final Outline outline = Outline.small("course-v1:Org+small+1");
    private final MemoryLearner learner = new MemoryLearner(outline.courseKey());

    @BeforeEach
    void publish() {
        learner.publish(index(1, outline), true);
    }

    @Test
    void addsACompletionToEverySumAboveIt() {
        // When
        complete("b", 1.0, 5);

        // Then
        assertThat(earned("ch1")).isEqualTo(1);
        assertThat(earned("ch2")).isZero();
        assertThat(earned("c")).isEqualTo(1);
        assertThat(learner.news())
                .extracting(Object::toString)
                .satisfiesExactly(
                        fact -> assertThat(fact).contains("@chapter+block@ch1"),
                        fact -> assertThat(fact).contains("@course+block@c"));
    }

    @Test
    void countsALateCompletionWithAnOlderTime() {
        // Given
        complete("b", 1.0, 5);

        // When
        complete("a", 1.0, 3);

        // Then
        assertThat(earned("ch1")).isEqualTo(2);
        assertThat(earned("c")).isEqualTo(2);
    }

    @Test
    void followsAValueDownAndUpAgain() {
        // Given
        complete("a", 1.0, 3);
        complete("b", 1.0, 5);

        // When
        complete("b", 0.25, 9);

        // Then
        assertThat(earned("ch1")).isEqualTo(1.25);
        assertThat(earned("c")).isEqualTo(1.25);
        complete("b", 0.0, 10);
        assertThat(earned("c")).isEqualTo(1);
        complete("b", 1.0, 11);
        assertThat(earned("c")).isEqualTo(2);
    }

    @Test
    void ignoresAnOlderValueOfTheSameBlock() {
        // Given
        complete("b", 0.25, 9);
        learner.news();

        // When
        complete("b", 1.0, 5);

        // Then
        assertThat(earned("c")).isEqualTo(0.25);
        assertThat(learner.news()).isEmpty();
    }

    @Test
    void tellsNothingWhenTheSameValueComesAgain() {
        // Given
        complete("b", 1.0, 5);
        learner.news();

        // When
        complete("b", 1.0, 6);

        // Then
        assertThat(learner.news()).isEmpty();
    }

    @Test
    void countsBelowALibraryWithoutKeepingItsSum() {
        // When
        complete("oc", 0.5, 5);

        // Then
        assertThat(earned("ch2")).isEqualTo(0.5);
        assertThat(earned("c")).isEqualTo(0.5);
        assertThat(earned("o")).isZero();
    }

    @Test
    void ignoresABlockOfAnUnregisteredType() {
        // When
        complete("x", 1.0, 5);

        // Then
        assertThat(earned("c")).isZero();
        assertThat(learner.news()).isEmpty();
    }

    @Test
    void dropsARemovedChapterAndTakesItBack() {
        // Given
        complete("b", 1.0, 5);
        complete("d", 1.0, 6);
        learner.news();

        // When
        learner.publish(index(2, withoutChapter2()), true);

        // Then
        assertThat(course().tally()).isEqualTo(new Tally(Units.ONE, 2, 0, 0));
        assertThat(learner.news()).singleElement().isInstanceOf(ProgressFact.Progressed.class);
        learner.publish(index(3, outline), true);
        assertThat(course().tally()).isEqualTo(new Tally(2 * Units.ONE, 4, 0, 0));
        assertThat(earned("ch2")).isEqualTo(1);
    }

    @Test
    void bringsALearnerUpToANewStructureWithTheNextEvent() {
        // Given
        complete("b", 1.0, 5);
        complete("d", 1.0, 6);
        learner.publish(index(2, withoutChapter2()), false);

        // When
        complete("a", 1.0, 7);

        // Then
        assertThat(course().tally()).isEqualTo(new Tally(2 * Units.ONE, 2, 0, 0));
        assertThat(course().follows().profile().structureId()).isEqualTo(2);
    }

    @Test
    void tellsThatTheCourseGotToAndLeftOneHundredPercent() {
        // Given
        learner.publish(index(2, withoutChapter2()), true);
        complete("a", 1.0, 5);
        learner.news();

        // When
        complete("b", 1.0, 6);

        // Then
        assertThat(learner.news()).filteredOn(ProgressRulesTest::isCrossing).hasSize(1);
        learner.publish(index(3, outline), true);
        assertThat(learner.news())
                .filteredOn(ProgressRulesTest::isCrossing)
                .singleElement()
                .isEqualTo(new ProgressFact.CompletionCrossed(
                        new CourseLearner(outline.courseKey(), new LearnerId("7")),
                        false,
                        3,
                        Instant.EPOCH,
                        Cause.of("job", "job")));
    }

    @Test
    void countsWhatCameBeforeTheStructureWasKnown() {
        // Given
        MemoryLearner early = new MemoryLearner(outline.courseKey());
        early.submit(early.completion(outline.key("a"), Units.ONE, at(1)));

        // When
        early.publish(index(1, outline), true);

        // Then
        assertThat(early.earned(outline.key("ch1"))).isEqualTo(Units.ONE);
        assertThat(early.news()).singleElement().isInstanceOf(ProgressFact.Progressed.class);
    }

    @Test
    void anEmptyChapterIsDone() {
        // When
        Tally empty = new Tally(0, 0, 0, 0);

        // Then
        assertThat(empty.percent()).isEqualTo(1.0);
        assertThat(empty.isComplete()).isTrue();
    }

    @Test
    void aRequestThatIsAnsweredNowWinsAgainstAClockThatRunsAhead() {
        // Given
        complete("a", 1.0, 60);
        ProgressCommand.Submit late = (ProgressCommand.Submit) learner.completion(outline.key("a"), 0, at(1));

        // When
        learner.submit(new ProgressCommand.Submit(
                late.key(), late.blockKey(), late.units(), late.place(), true, late.cause()));

        // Then
        assertThat(earned("c")).isZero();
    }

    @Test
    void looksOnlyAtSumsAboveWhatArrivesWhenTheSumsFollowTheStructure() {
        // Given
        complete("a", 1.0, 1);
        learner.news();
        ProgressCommand[] batch = {
            learner.completion(outline.key("d"), Units.ONE, at(2)),
            learner.completion(outline.key("x"), Units.ONE, at(2))
        };

        // When
        learner.submit(batch);

        // Then
        assertThat(earned("ch1")).isEqualTo(1);
        assertThat(earned("ch2")).isEqualTo(1);
        assertThat(learner.news())
                .extracting(Object::toString)
                .satisfiesExactly(
                        fact -> assertThat(fact).contains("@chapter+block@ch2"),
                        fact -> assertThat(fact).contains("@course+block@c"));
    }

    private Outline withoutChapter2() {
        return Outline.small("course-v1:Org+small+1").block("course", "c", "ch1", "e");
    }

    private CourseRow course() {
        return learner.course();
    }

    private void complete(String id, double value, int minute) {
        learner.submit(learner.completion(outline.key(id), (long) (value * Units.ONE), at(minute)));
    }

    private double earned(String id) {
        return learner.earned(outline.key(id)) / (double) Units.ONE;
    }

    private static boolean isCrossing(ProgressFact fact) {
        return fact instanceof ProgressFact.CompletionCrossed;
    }

    private static CourseGraph index(long id, Outline outline) {
        return CourseGraph.of(id, outline.structure(id, Instant.EPOCH), BlockTypes.USUAL);
    }

    private static Instant at(int minute) {
        return Instant.EPOCH.plusSeconds(60L * minute);
    }
}

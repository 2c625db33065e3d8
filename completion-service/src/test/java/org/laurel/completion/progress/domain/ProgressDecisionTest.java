package org.laurel.completion.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.Outline;
import org.laurel.completion.progress.domain.CourseRow.Crossing;
import org.laurel.completion.progress.domain.CourseRow.Follows;
import org.laurel.completion.progress.domain.KnownProgress.Recount;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.standing.domain.Membership;
import org.laurel.completion.standing.domain.Standing;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.Assignments;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.completion.structure.domain.Profile;
import org.laurel.completion.structure.domain.ViewChange;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

/** What one decision writes and tells. Times are days of May: the structure is of the 5th, its release of the 20th. */
class ProgressDecisionTest {

    private static final Outline OUTLINE =
            Outline.small("course-v1:Org+decision+1").release("oc", day(20));
    private static final CourseLearner KEY = new CourseLearner(OUTLINE.courseKey(), new LearnerId("7"));
    private static final CourseGraph GRAPH = CourseGraph.of(1, OUTLINE.structure(1, day(5)), BlockTypes.USUAL);
    private static final Instant NOW = day(12);
    private static final CourseView VIEW = CourseView.of(GRAPH, new Profile(1, 0, 0, ""));
    private static final Membership ENROLLED = new Membership(true, "", "");
    private static final Standing STANDING = new Standing(true, "", List.of(), Set.of(), Assignments.NONE);

    /** With a and b completed, which is all of chapter 1 and two thirds of the course. */
    private static final CourseRow ROW = new CourseRow(
            new Follows(VIEW.profile(), day(6), day(20)),
            ENROLLED,
            new Tally(2 * Units.ONE, 3, 0, 0),
            4,
            3,
            day(5),
            null,
            null);

    private static final BlockRow CHAPTER = new BlockRow(OUTLINE.key("ch1"), new Tally(2 * Units.ONE, 2, 0, 0));

    @Test
    void aRepeatedValueWritesNothingButItself() {
        // When
        ProgressDecision decision = decide(known(null), submit("a", Units.ONE, 10));

        // Then
        assertThat(decision)
                .isEqualTo(new ProgressDecision(
                        KEY,
                        List.of(new BlockCompletion(OUTLINE.key("a"), Units.ONE, place("a", 10), day(8))),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of()));
    }

    @Test
    void anotherValueIsToldUnderTheNextRevisionOfEachSum() {
        // When
        ProgressDecision decision = decide(known(null), submit("a", 0, 10));

        // Then
        Tally half = new Tally(Units.ONE, 2, 0, 0);
        Tally third = new Tally(Units.ONE, 3, 0, 0);
        assertThat(decision.course())
                .isEqualTo(new CourseRow(ROW.follows(), ENROLLED, third, 5, 5, day(10), null, null));
        assertThat(decision.rows()).containsExactly(new BlockRow(OUTLINE.key("ch1"), half));
        assertThat(decision.removed()).isEmpty();
        assertThat(decision.facts())
                .containsExactly(
                        new ProgressFact.Progressed(KEY, block("ch1"), half, 5, day(10), cause("a", 10)),
                        new ProgressFact.Progressed(KEY, VIEW.course(), third, 5, day(10), cause("a", 10)));
        assertThat(days(decision)).containsExactly("2026-05-10");
    }

    @Test
    void aCourseWhoseSumStaysKeepsItsVersionWhenChaptersMove() {
        // When
        ProgressDecision decision = decide(known(null), submit("a", 0, 10), submit("d", Units.ONE, 9));

        // Then
        assertThat(decision.course())
                .isEqualTo(new CourseRow(ROW.follows(), ENROLLED, ROW.tally(), 5, 3, day(5), null, null));
        assertThat(decision.facts())
                .containsExactly(
                        new ProgressFact.Progressed(
                                KEY, block("ch1"), new Tally(Units.ONE, 2, 0, 0), 5, day(10), cause("a", 10)),
                        new ProgressFact.Progressed(
                                KEY, block("ch2"), new Tally(Units.ONE, 1, 0, 0), 5, day(10), cause("a", 10)));
    }

    @Test
    void theLastBlockTellsThatTheCourseIsComplete() {
        // When
        ProgressDecision decision = decide(known(null), submit("d", Units.ONE, 10));

        // Then
        assertThat(decision.facts())
                .hasSize(3)
                .last()
                .isEqualTo(new ProgressFact.CompletionCrossed(KEY, true, 5, day(10), cause("d", 10)));
        assertThat(Objects.requireNonNull(decision.course()).crossing()).isEqualTo(new Crossing(5, day(10)));
    }

    @Test
    void aSumThatStaysCompleteKeepsTheTimeAtWhichItCameToBe() {
        // Given
        CourseRow complete = new CourseRow(
                ROW.follows(), ENROLLED, new Tally(Units.ONE, 1, 0, 0), 4, 3, day(5), new Crossing(2, day(4)), null);
        Recount recount = new Recount(
                STANDING,
                true,
                true,
                null,
                Map.of(OUTLINE.key("a"), Units.ONE, OUTLINE.key("b"), Units.ONE, OUTLINE.key("d"), Units.ONE));
        KnownProgress known = new KnownProgress(KEY, complete, VIEW, recount, Map.of(), Map.of());

        // When
        ProgressDecision decision =
                decide(known, new ProgressCommand.Recount(KEY, day(9), false, cause("published", 9)));

        // Then
        CourseRow row = Objects.requireNonNull(decision.course());
        assertThat(row.tally()).isEqualTo(new Tally(3 * Units.ONE, 3, 0, 0));
        assertThat(row.toldAt()).isEqualTo(day(9));
        assertThat(row.crossing()).isEqualTo(new Crossing(2, day(4)));
    }

    @Test
    void clearingTakesRowsAwayAndIsKept() {
        // Given
        Recount recount = new Recount(STANDING, true, false, null, values(2));
        ProgressCommand clear = new ProgressCommand.Clear(KEY, day(11), cause("clear", 11));

        // When
        ProgressDecision decision = decide(known(recount), clear);

        // Then
        assertThat(decision.forgotten()).containsExactlyInAnyOrder(OUTLINE.key("a"), OUTLINE.key("b"));
        assertThat(decision.removed()).containsExactly(OUTLINE.key("ch1"));
        assertThat(decision.rows()).isEmpty();
        assertThat(decision.course())
                .isEqualTo(new CourseRow(
                        new Follows(VIEW.profile(), NOW, day(20)),
                        ENROLLED,
                        new Tally(0, 3, 0, 0),
                        5,
                        5,
                        day(11),
                        null,
                        day(11)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"true, none, 5", "false, none, 5", "true, 3, 5", "false, 3, 3", "true, 9, 9", "false, 9, 9"})
    void isOfTheLaterOfItsCommandAndWhatTheStoredSumsMissed(boolean behind, @Nullable Integer at, int expected) {
        // Given
        Recount recount = new Recount(STANDING, true, behind, null, values(1));
        ProgressCommand command =
                new ProgressCommand.Recount(KEY, at == null ? null : day(at), true, cause("recount", 1));

        // When
        ProgressDecision decision = decide(known(recount), command);

        // Then
        assertThat(decision.facts()).singleElement().isInstanceOfSatisfying(ProgressFact.Progressed.class, fact -> {
            assertThat(fact.aggregate()).isEqualTo(VIEW.course());
            assertThat(fact.occurredAt()).isEqualTo(day(expected));
            assertThat(fact.cause()).isEqualTo(cause("recount", 1));
        });
        assertThat(days(decision)).containsExactly("2026-05-0" + expected);
    }

    @Test
    void aLearnerWithoutARowGetsOneAlsoWithNothing() {
        // Given
        Recount recount = new Recount(STANDING, false, false, null, Map.of());
        KnownProgress known = new KnownProgress(KEY, CourseRow.NEW, VIEW, recount, Map.of(), Map.of());

        // When
        ProgressDecision decision = decide(known, new ProgressCommand.Recount(KEY, null, false, cause("new", 1)));

        // Then
        assertThat(decision.course())
                .isEqualTo(new CourseRow(
                        new Follows(VIEW.profile(), NOW, day(20)),
                        ENROLLED,
                        new Tally(0, 3, 0, 0),
                        0,
                        0,
                        null,
                        null,
                        null));
        assertThat(decision.facts()).isEmpty();
    }

    @Test
    void countingAgainWritesWhatTheSumsFollowNowAlsoWhenTheyStay() {
        // Given
        Recount recount = new Recount(STANDING, true, true, ViewChange.NONE, Map.of());

        // When
        ProgressDecision decision =
                decide(known(recount), new ProgressCommand.Recount(KEY, null, false, cause("recount", 1)));

        // Then
        assertThat(decision.course())
                .isEqualTo(new CourseRow(
                        new Follows(VIEW.profile(), NOW, day(20)), ENROLLED, ROW.tally(), 4, 3, day(5), null, null));
        assertThat(decision.rows()).isEmpty();
        assertThat(decision.removed()).isEmpty();
        assertThat(decision.facts()).isEmpty();
        assertThat(decision.counters()).isEmpty();
    }

    @Test
    void aRowThatIsJustAsItWouldBeIsNotWrittenAgain() {
        // Given
        Recount recount = new Recount(STANDING, true, true, ViewChange.NONE, Map.of());
        ProgressCommand command = new ProgressCommand.Recount(KEY, null, false, cause("recount", 1));

        // When
        ProgressDecision decision = ProgressRules.decide(known(recount), List.of(command), day(6));

        // Then
        assertThat(decision.course()).isNull();
    }

    @Test
    void beforeAStructureIsKnownALearnerIsCountedWithNothing() {
        // Given
        Recount recount = new Recount(STANDING, false, false, null, Map.of());
        KnownProgress known = new KnownProgress(KEY, CourseRow.NEW, null, recount, Map.of(), Map.of());

        // When
        ProgressDecision decision = decide(known, submit("a", 0, 10));

        // Then
        CourseRow row = new CourseRow(CourseRow.NEW.follows(), ENROLLED, Tally.NONE, 0, 0, null, null, null);
        assertThat(decision.course()).isEqualTo(row);
        assertThat(decision.created()).containsExactly(OUTLINE.key("a"));
        assertThat(decision.completions()).hasSize(1);
        assertThat(decision.counters().values()).containsOnly(Count.unbased());
        assertThat(days(decision)).containsExactly("2026-05-12");
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void beforeAStructureIsKnownARowIsWrittenOnce(boolean stored, boolean written) {
        // Given
        CourseRow row = new CourseRow(CourseRow.NEW.follows(), ENROLLED, Tally.NONE, 0, 0, null, null, null);
        Recount recount = new Recount(STANDING, stored, false, null, Map.of());

        // When
        ProgressDecision decision =
                decide(new KnownProgress(KEY, row, null, recount, Map.of(), Map.of()), submit("a", Units.ONE, 10));

        // Then
        assertThat(decision.course()).isEqualTo(written ? row : null);
        assertThat(decision.counters()).isEmpty();
    }

    @Test
    void whoLosesTheStructureKeepsRevisionAndVersion() {
        // Given
        Recount recount = new Recount(Standing.UNKNOWN, true, true, null, Map.of());
        KnownProgress known = new KnownProgress(KEY, ROW, null, recount, Map.of(), Map.of());

        // When
        ProgressDecision decision = decide(known, new ProgressCommand.Recount(KEY, day(9), false, cause("gone", 1)));

        // Then
        assertThat(decision.course())
                .isEqualTo(new CourseRow(
                        new Follows(Profile.UNBASED, day(6), null),
                        Membership.NONE,
                        Tally.NONE,
                        4,
                        3,
                        day(5),
                        null,
                        null));
        assertThat(days(decision)).containsExactly("2026-05-09");
    }

    private static ProgressDecision decide(KnownProgress known, ProgressCommand... commands) {
        return ProgressRules.decide(known, List.of(commands), NOW);
    }

    private static KnownProgress known(@Nullable Recount recount) {
        Map<String, BlockCompletion> completions = Stream.of("a", "b")
                .map(id -> new BlockCompletion(OUTLINE.key(id), Units.ONE, place(id, 8), day(8)))
                .collect(Collectors.toMap(BlockCompletion::blockKey, Function.identity()));
        return new KnownProgress(KEY, ROW, VIEW, recount, completions, Map.of(CHAPTER.blockKey(), CHAPTER));
    }

    private static Map<String, Long> values(int completed) {
        return Stream.of("a", "b").limit(completed).collect(Collectors.toMap(OUTLINE::key, id -> Units.ONE));
    }

    private static List<String> days(ProgressDecision decision) {
        return decision.counters().keySet().stream()
                .filter(counter -> counter.kind() == Counter.Kind.DAY)
                .map(Counter::item)
                .toList();
    }

    private static ProgressCommand submit(String id, long units, int day) {
        return new ProgressCommand.Submit(KEY, OUTLINE.key(id), units, place(id, day), false, cause(id, day));
    }

    private static FactOrder place(String id, int day) {
        return new FactOrder(day(day), FactOrder.NO_SEQUENCE, 0, "platform", id + day);
    }

    private static Cause cause(String id, int day) {
        return Cause.of("platform", id + day);
    }

    private static Aggregate block(String id) {
        return VIEW.block(OUTLINE.key(id)).orElseThrow();
    }

    private static Instant day(int day) {
        return Instant.parse("2026-05-01T00:00:00Z").plusSeconds(86_400L * (day - 1));
    }
}

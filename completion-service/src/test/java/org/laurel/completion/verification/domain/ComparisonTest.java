package org.laurel.completion.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.Outline;
import org.laurel.completion.progress.domain.BlockRow;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.standing.domain.Membership;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.Profile;
import org.laurel.completion.verification.domain.Comparison.Stored;
import org.laurel.completion.verification.domain.Told.Kept;
import org.laurel.events.key.LearnerId;

/** Of a learner who has completed a and half of d: one of two in chapter 1, half of one in chapter 2. */
class ComparisonTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant RELEASE = NOW.plusSeconds(3_600);
    private static final Outline OUTLINE = Outline.small("course-v1:Org+comparison+1")
            .groups("ch1", "verified", "night")
            .release("oc", RELEASE);
    private static final CourseStructure STRUCTURE = OUTLINE.structure(1, Instant.EPOCH);
    private static final FullWalk WALK = FullWalk.through(3, STRUCTURE, BlockTypes.USUAL);
    private static final CourseLearner KEY = new CourseLearner(OUTLINE.courseKey(), new LearnerId("7"));
    private static final Membership MEMBER = new Membership(true, "4,12", "beta_testers");
    private static final Profile PROFILE = new Profile(3, 0, 0, "night\nverified");
    private static final Map<String, Long> VALUES = Map.of(OUTLINE.key("a"), Units.ONE, OUTLINE.key("d"), 500_000_000L);
    private static final Tally COURSE = new Tally(1_500_000_000, 3, 0, 0);
    private static final BlockRow CHAPTER_1 = new BlockRow(OUTLINE.key("ch1"), new Tally(Units.ONE, 2, 0, 0));
    private static final BlockRow CHAPTER_2 = new BlockRow(OUTLINE.key("ch2"), new Tally(500_000_000, 1, 0, 0));
    private static final String RIGHT =
            "1.5/3, optional 0/0; sees 3:0:0:night+verified; enrolled, cohorts [4,12], roles [beta_testers]";

    @Test
    void rowsThatAreWhatAWalkSaysAreNoDifference() {
        // When
        List<Difference> found = Comparison.of(stored(row(COURSE, MEMBER), CHAPTER_1, CHAPTER_2), NOW);

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void anotherSumOfTheCourseIsOne() {
        // When
        List<Difference> found =
                Comparison.of(stored(row(new Tally(Units.ONE, 3, 2, 1), MEMBER), CHAPTER_1, CHAPTER_2), NOW);

        // Then
        assertThat(found)
                .containsExactly(course(
                        "1/3, optional 0.000000002/1; sees 3:0:0:night+verified; enrolled, cohorts [4,12],"
                                + " roles [beta_testers]",
                        RIGHT));
    }

    @Test
    void beingCountedAsSomebodyElseIsOne() {
        // When
        List<Difference> found =
                Comparison.of(stored(row(COURSE, new Membership(false, "4", "")), CHAPTER_1, CHAPTER_2), NOW);

        // Then
        assertThat(found)
                .containsExactly(course(
                        "1.5/3, optional 0/0; sees 3:0:0:night+verified; not enrolled, cohorts [4], roles []", RIGHT));
    }

    @Test
    void aRowThatIsNotThereIsOne() {
        // When
        List<Difference> found = Comparison.of(stored(null, CHAPTER_1, CHAPTER_2), NOW);

        // Then
        assertThat(found).containsExactly(course(null, RIGHT));
    }

    @Test
    void sumsOfBlocksAreComparedInTheOrderOfTheirKeys() {
        // Given
        BlockRow wrong = new BlockRow(OUTLINE.key("ch1"), new Tally(Units.ONE, 2, 0, 1));
        BlockRow unknown = new BlockRow(OUTLINE.key("gone"), new Tally(Units.ONE, 1, 0, 0));
        BlockRow nothing = new BlockRow(OUTLINE.key("e"), Tally.NONE);

        // When
        List<Difference> found = Comparison.of(stored(row(COURSE, MEMBER), unknown, nothing, wrong), NOW);

        // Then
        assertThat(found)
                .containsExactly(
                        block("ch1", "1/2, optional 0/1", "1/2, optional 0/0"),
                        block("ch2", null, "0.5/1, optional 0/0"),
                        block("e", "0/0, optional 0/0", null),
                        block("gone", "1/1, optional 0/0", null));
    }

    @Test
    void whatIsEarnedInOptionalBlocksAloneHasARowToo() {
        // Given
        CourseStructure optional =
                Outline.small("course-v1:Org+comparison+1").optional("ch1").structure(1, Instant.EPOCH);
        FullWalk walk = FullWalk.through(3, optional, BlockTypes.USUAL);

        // When
        List<Difference> found =
                Comparison.of(new Stored(told(row(COURSE, MEMBER)), VALUES, rows(CHAPTER_2), walk), NOW);

        // Then
        assertThat(found).contains(block("ch1", null, "0/0, optional 1/2"));
    }

    @Test
    void rowsOfAClockThatRunsAheadAreComparedAsOfThatClock() {
        // Given
        Kept ahead = new Kept(PROFILE, RELEASE, null, MEMBER, COURSE);

        // When
        List<Difference> found = Comparison.of(stored(ahead, CHAPTER_1), NOW);

        // Then
        assertThat(found)
                .extracting(Difference::walked)
                .containsExactly(RIGHT.replace("1.5/3", "1.5/4").replace("3:0:0", "3:0:1"), "0.5/2, optional 0/0");
    }

    @Test
    void beforeAStructureIsKnownNothingIsEarnedAndNoBlockHasARow() {
        // Given
        Kept nothing = new Kept(Profile.UNBASED, NOW, null, MEMBER, Tally.NONE);
        Stored right = new Stored(told(nothing), VALUES, Map.of(), null);
        Stored wrong = new Stored(told(null), VALUES, rows(CHAPTER_2), null);

        // When
        List<Difference> found = Comparison.of(wrong, NOW);

        // Then
        assertThat(found)
                .containsExactly(
                        new Difference(
                                KEY.courseKey(),
                                KEY.learnerId(),
                                Difference.Kind.COURSE,
                                "course",
                                null,
                                "0/0, optional 0/0; sees 0:0:0:; enrolled, cohorts [4,12], roles [beta_testers]"),
                        block("ch2", "0.5/1, optional 0/0", null));
        assertThat(Comparison.of(right, NOW)).isEmpty();
    }

    /** Of the structure 3 and the registry 0, when the next release is later than now by so much. */
    @ParameterizedTest
    @CsvSource({
        "true, 3, 0, PT1S, false, true",
        "true, 3, 0, PT0S, true, true",
        "true, 3, 0, PT-1H-9M-59S, true, true",
        "true, 3, 0, PT-1H-10M, true, false",
        "true, 2, 0, PT1S, true, false",
        "true, 3, 1, PT1S, true, false",
        "false, 3, 0, PT1S, true, false",
        "false, 0, 0, PT1S, false, true"
    })
    void rowsThatFollowWhatTheLearnerSawBeforeAreBehind(
            boolean published, long structure, long types, Duration until, boolean expected, boolean just) {
        // Given
        Kept kept =
                new Kept(new Profile(structure, types, 0, ""), NOW.minusSeconds(9), NOW.plus(until), MEMBER, COURSE);
        Stored stored = new Stored(told(kept), Map.of(), Map.of(), published ? WALK : null);

        // When
        boolean behind = stored.isBehind(NOW);

        // Then
        assertThat(behind).isEqualTo(expected);
        assertThat(stored.isJustReleased(NOW)).isEqualTo(just);
    }

    @Test
    void aRowThatIsNotThereIsNotBehind() {
        // Given
        Stored stored = stored(null);

        // When
        boolean behind = stored.isBehind(NOW);

        // Then
        assertThat(behind).isFalse();
        assertThat(stored.isJustReleased(NOW)).isFalse();
    }

    @Test
    void whatIsForgottenTellsWhatTheLearnerSawAndSees() {
        // Given
        Stored stored = stored(new Kept(new Profile(2, 0, 1, "a\nb"), NOW, null, MEMBER, COURSE));

        // When
        Difference difference = Comparison.forgotten(stored, NOW);

        // Then
        assertThat(difference)
                .isEqualTo(new Difference(
                        KEY.courseKey(),
                        KEY.learnerId(),
                        Difference.Kind.BEHIND,
                        OUTLINE.key("c"),
                        "sees 2:0:1:a+b",
                        "sees 3:0:0:night+verified"));
    }

    private static Stored stored(@Nullable Kept kept, BlockRow... rows) {
        return new Stored(told(kept), VALUES, rows(rows), WALK);
    }

    private static Told told(@Nullable Kept kept) {
        return new Told(
                KEY,
                true,
                "verified",
                List.of(new Told.Cohort(4, "Day"), new Told.Cohort(12, "Night")),
                List.of("beta_testers"),
                Map.of(),
                Map.of(),
                kept);
    }

    private static Map<String, BlockRow> rows(BlockRow... rows) {
        return Arrays.stream(rows).collect(Collectors.toMap(BlockRow::blockKey, Function.identity()));
    }

    private static Kept row(Tally tally, Membership member) {
        return new Kept(PROFILE, NOW, RELEASE, member, tally);
    }

    private static Difference course(@Nullable String stored, String walked) {
        return new Difference(
                KEY.courseKey(), KEY.learnerId(), Difference.Kind.COURSE, OUTLINE.key("c"), stored, walked);
    }

    private static Difference block(String id, @Nullable String stored, @Nullable String walked) {
        return new Difference(KEY.courseKey(), KEY.learnerId(), Difference.Kind.BLOCK, OUTLINE.key(id), stored, walked);
    }
}

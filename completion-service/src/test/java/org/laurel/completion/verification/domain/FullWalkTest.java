package org.laurel.completion.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.Outline;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.structure.domain.Assignments;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.completion.structure.domain.Profile;
import org.laurel.completion.structure.domain.Viewer;

/** Releases are on the 5th, of two blocks, and on the 10th; that of the 7th is of a block that counts for nobody. */
class FullWalkTest {

    private static final Outline OUTLINE = Outline.small("course-v1:Org+walk+1")
            .release("a", day(5))
            .release("b", day(10))
            .release("d", day(5))
            .release("x", day(7))
            .release("oc", day(6))
            .staffOnly("oc")
            .groups("ch2", "Verified", "night")
            .groups("x", "audit");
    private static final FullWalk WALK = FullWalk.through(3, OUTLINE.structure(1, day(1)), BlockTypes.USUAL);

    @ParameterizedTest
    @CsvSource({
        "4, audit, 0, ''",
        "5, audit, 1, ''",
        "9, verified, 1, verified",
        "10, verified night other, 2, night+verified"
    })
    void knowsTheProfileByReleasesAndGroupsOfWhatCanCount(int day, String groups, int step, String audience) {
        // Given
        Viewer viewer = new Viewer(false, Set.of(groups.split(" ")), Assignments.NONE);

        // When
        Profile profile = WALK.profile(viewer, day(day));

        // Then
        assertThat(profile).isEqualTo(new Profile(3, 0, step, audience.replace('+', '\n')));
    }

    @Test
    void forMakersNeitherReleasesNorGroupsMatter() {
        // Given
        Viewer maker = new Viewer(true, Set.of("verified"), Assignments.NONE);

        // When
        Profile profile = WALK.profile(maker, day(12));

        // Then
        assertThat(profile).isEqualTo(new Profile(3, 0, 0, Profile.STAFF));
    }

    @ParameterizedTest
    @CsvSource({"3, 0, true", "2, 0, false", "3, 1, false"})
    void isOfAProfileOfItsStructureAndRegistry(long structure, long types, boolean expected) {
        // When
        boolean same = WALK.isOf(new Profile(structure, types, 1, "night"));

        // Then
        assertThat(same).isEqualTo(expected);
    }

    @Test
    void walksWhereTheViewerGets() {
        // Given
        Viewer viewer = new Viewer(
                false,
                Set.of("verified"),
                new Assignments(
                        Map.of(OUTLINE.key("ch1"), Set.of(OUTLINE.key("a"))), Map.of(OUTLINE.key("d"), day(20))));

        // When
        Map<String, Tally> sums = WALK.sums(
                viewer, day(5), Map.of(OUTLINE.key("a"), Units.ONE, OUTLINE.key("b"), 1L, OUTLINE.key("d"), 1L));

        // Then
        assertThat(sums)
                .isEqualTo(Map.of(
                        OUTLINE.key("c"),
                        new Tally(Units.ONE, 1, 0, 0),
                        OUTLINE.key("ch1"),
                        new Tally(Units.ONE, 1, 0, 0),
                        OUTLINE.key("ch2"),
                        Tally.NONE,
                        OUTLINE.key("e"),
                        Tally.NONE));
    }

    @Test
    void neverLooksBelowABlockThatDoesNotCount() {
        // Given
        Outline outline = Outline.of("course-v1:Org+walk+1")
                .block("course", "c", "d", "p")
                .block("discussion", "d", "h")
                .block("problem", "p", "h")
                .blocks("html", "h");
        FullWalk walk = FullWalk.through(3, outline.structure(1, day(1)), BlockTypes.USUAL);

        // When
        Map<String, Tally> sums = walk.sums(Viewer.ANYBODY, day(5), Map.of(outline.key("h"), Units.ONE));

        // Then
        assertThat(sums).isEqualTo(Map.of(outline.key("c"), new Tally(0, 1, 0, 0)));
    }

    private static Instant day(int day) {
        return Instant.parse("2026-05-01T00:00:00Z").plusSeconds(86_400L * (day - 1));
    }
}

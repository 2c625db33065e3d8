package org.laurel.completion.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.Outline;
import org.laurel.completion.progress.domain.CourseRow.Follows;
import org.laurel.completion.standing.domain.Membership;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.Profile;

class CourseRowTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 1, 2, false", "3, 1, 2, false", "3, 2, 2, true", "3, 0, 0, false", "3, 3, 2, false"})
    void wasToldCompleteWhenAllThatIsPossibleWasTold(long version, long earned, long possible, boolean expected) {
        // Given
        CourseRow row = row(version, new Tally(earned * Units.ONE, possible, 0, 0));

        // When
        boolean complete = row.wasToldComplete();

        // Then
        assertThat(complete).isEqualTo(expected);
    }

    /** Of a row with one earned unit of two possible blocks. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 2, 0, false",
        "0, 0, 3, 0, false",
        "0, 1, 2, 0, true",
        "4, 1, 2, 0, false",
        "4, 1, 2, 9, false",
        "4, 2, 2, 0, true",
        "4, 0, 2, 0, true",
        "4, 1, 3, 0, true"
    })
    void isNewsWhenItDiffersFromWhatEverybodyTakesItToBe(
            long version, long earned, long possible, long optional, boolean expected) {
        // Given
        CourseRow row = row(version, new Tally(1, 2, 0, 0));

        // When
        boolean news = row.isNews(new Tally(earned, possible, optional, optional));

        // Then
        assertThat(news).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "never",
            value = {
                "3, 2, never, true",
                "4, 2, never, false",
                "3, 1, never, false",
                "3, 2, 2026-01-01T12:00:01Z, true",
                "3, 2, 2026-01-01T12:00:00Z, false",
                "3, 2, 2026-01-01T11:59:59Z, false"
            })
    void isCurrentWhileTheStructureTheRegistryAndTheReleasesAreTheSame(
            long structure, long types, @Nullable Instant until, boolean expected) {
        // Given
        BlockTypes registry = new BlockTypes(2, BlockTypes.USUAL.modes(), BlockTypes.USUAL.aggregated(), Instant.EPOCH);
        CourseGraph graph =
                CourseGraph.of(3, Outline.small("course-v1:Org+row+1").structure(1, Instant.EPOCH), registry);
        Follows follows = new Follows(new Profile(structure, types, 0, ""), Instant.EPOCH, until);

        // When
        boolean current = follows.isCurrent(graph, NOON);

        // Then
        assertThat(current).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PT-1S, PT0S", "PT0S, PT0S", "PT1S, PT1S"})
    void isJudgedByTheLaterOfTwoClocks(Duration seen, Duration expected) {
        // Given
        Follows follows = new Follows(Profile.UNBASED, NOON.plus(seen), null);

        // When
        Instant asOf = follows.asOf(NOON);

        // Then
        assertThat(asOf).isEqualTo(NOON.plus(expected));
    }

    private static CourseRow row(long version, Tally tally) {
        return new CourseRow(CourseRow.NEW.follows(), Membership.NONE, tally, 9, version, null, null, null);
    }
}

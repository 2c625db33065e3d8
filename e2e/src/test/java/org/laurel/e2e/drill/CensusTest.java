package org.laurel.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The counting behind the drills notices what the drills are there to find. */
class CensusTest {
    private static final String CHANGED = "org.laurel.course-cert.changed.v1";
    private static final String AWARDED = "org.laurel.course-cert.awarded.v1";
    private static final String LANE = "laurel.certificates|ada";

    private static final Told FIRST = told("1", CHANGED, 1);
    private static final Told AWARD = told("2", AWARDED, 1);
    private static final Told SECOND = told("3", CHANGED, 2);
    private static final Map<String, List<String>> COMMITTED = Map.of(LANE, List.of("1", "2", "3"));

    @Test
    void findsNothingInWhatIsRight() {
        // Given
        List<Told> records = List.of(FIRST, AWARD, SECOND);

        // When
        Census census = Census.of(records);

        // Then
        assertThat(census.events()).isEqualTo(records);
        assertThat(census.lost(COMMITTED)).isEmpty();
        assertThat(census.invented(COMMITTED)).isEmpty();
        assertThat(census.swapped(COMMITTED)).isEmpty();
        assertThat(census.outOfOrder()).isEmpty();
        assertThat(census.doubled()).isEmpty();
        assertThat(census.altered()).isEmpty();
    }

    @Test
    void findsAnEventThatWasCommittedAndNeverPublished() {
        // Given
        Census census = Census.of(List.of(FIRST, AWARD));

        // When
        List<String> lost = census.lost(COMMITTED);

        // Then
        assertThat(lost).containsExactly("lost: " + LANE + " 3");
        assertThat(census.swapped(COMMITTED)).isEmpty();
    }

    @Test
    void findsAKeyOfWhichNothingWasPublished() {
        // Given
        Census census = Census.of(List.of());

        // When
        List<String> lost = census.lost(COMMITTED);

        // Then
        assertThat(lost).hasSize(3);
    }

    @Test
    void findsAnEventThatWasPublishedAndNeverCommitted() {
        // Given
        Census census = Census.of(List.of(FIRST, AWARD, SECOND, told("4", CHANGED, 3)));

        // When
        List<String> invented = census.invented(COMMITTED);

        // Then
        assertThat(invented).containsExactly("invented: " + LANE + " 4");
    }

    @Test
    void findsTwoEventsOfOneKeyThatWereSwapped() {
        // Given
        Census census = Census.of(List.of(FIRST, SECOND, AWARD));

        // When
        List<String> swapped = census.swapped(COMMITTED);

        // Then
        assertThat(swapped).hasSize(1);
        assertThat(census.lost(COMMITTED)).isEmpty();
    }

    @Test
    void findsALowerVersionAfterAHigherOneOfAnotherTypeOfTheSameFact() {
        // Given
        Census census = Census.of(List.of(FIRST, SECOND, AWARD));

        // When
        List<String> late = census.outOfOrder();

        // Then
        assertThat(late).containsExactly(AWARD + " after " + SECOND);
    }

    @Test
    void findsAVersionThatWasAnnouncedBeforeItWasTold() {
        // Given
        Census census = Census.of(List.of(AWARD, FIRST));

        // When
        List<String> late = census.outOfOrder();

        // Then
        assertThat(late).containsExactly(FIRST + " after " + AWARD);
    }

    @Test
    void findsTheSameFactUnderTwoIds() {
        // Given
        Told again = told("9", CHANGED, 1);
        Census census = Census.of(List.of(FIRST, AWARD, again));

        // When
        List<String> doubled = census.doubled();

        // Then
        assertThat(doubled).containsExactly(again.toString());
    }

    @Test
    void takesWhatIsRepeatedAsItWasForARepeat() {
        // Given
        List<Told> records = List.of(FIRST, AWARD, SECOND, FIRST, AWARD);

        // When
        Census census = Census.of(records);

        // Then
        assertThat(census.repeats()).containsExactly("1", "2");
        assertThat(census.altered()).isEmpty();
        assertThat(census.swapped(COMMITTED)).isEmpty();
    }

    @Test
    void findsARepeatWithAnotherBodyOrKey() {
        // Given
        Told otherBody = told("1", CHANGED, 7);
        Told otherKey = Told.of(AWARD.topic(), AWARD.id(), AWARD.source(), AWARD.type(), "bob", AWARD.value());

        // When
        Census census = Census.of(List.of(FIRST, AWARD, otherBody, otherKey));

        // Then
        assertThat(census.altered()).containsExactly(otherBody + " after " + FIRST, otherKey + " after " + AWARD);
    }

    @Test
    void findsWhatAReaderHasNotHandled() {
        // Given
        Receipts receipts = new Receipts("programs", CHANGED, Map.of("1", 1L));

        // When
        List<String> lost = receipts.lost(Set.of("1", "3"));

        // Then
        assertThat(lost).containsExactly("programs, " + CHANGED + ": 3");
        assertThat(receipts.tooMany(Set.of("1", "3"))).isEmpty();
    }

    @Test
    void findsWhatAReaderHasHandledTwiceOrWithoutAnybodyHavingSentIt() {
        // Given
        Receipts receipts = new Receipts("programs", CHANGED, Map.of("1", 2L, "5", 1L));

        // When
        List<String> tooMany = receipts.tooMany(Set.of("1"));

        // Then
        assertThat(tooMany).hasSize(2);
        assertThat(receipts.lost(Set.of("1"))).isEmpty();
    }

    private static Told told(String id, String type, int version) {
        return Told.of("laurel.certificates", id, "/laurel/certificates", type, "ada", """
                {"learner_id": "ada", "course_key": "course-v1:L+C+1", "version": %d}""".formatted(version));
    }
}

package org.laurel.events.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Nothing that was released is taken away within a major version. What is released lies under
 * {@code src/test/resources/released}; with {@code -Dlaurel.update=true} additions are accepted there, and nothing else is.
 */
class EvolutionTest {

    private static final String NEXT_MAJOR =
            "Within a major version members are only added and what is taken only widens. Anything else is a new type with"
                    + " the next major version beside the old one. A sample stands for what is on topics already; a new"
                    + " member is shown by a further sample <type>.<n>.json";
    private static final String HOW_TO_ACCEPT =
            "Additions are accepted by ./laurel mvn -pl shared-events test -Dlaurel.update=true; commit what it writes";

    @BeforeAll
    static void acceptAdditions() {
        Contract current = Contract.current();
        if (Boolean.getBoolean("laurel.update")
                && current.takenFrom(Released.contract()).isEmpty()) {
            Released.accept(current);
        }
    }

    @Test
    void nothingIsTakenFromWhatIsReleased() {
        // Given
        Contract released = Released.contract();

        // When
        List<String> taken = Contract.current().takenFrom(released);

        // Then
        assertThat(released.schemas()).isNotEmpty();
        assertThat(taken).as(NEXT_MAJOR).isEmpty();
    }

    @Test
    void nothingIsTakenFromWhatAnyCommitReleased() {
        // Given
        Map<String, Contract> before = Released.everBefore();
        assumeFalse(before.isEmpty(), "the sources come without the history of git");

        // When
        Contract current = Contract.current();

        // Then
        assertThat(before)
                .allSatisfy((commit, released) -> assertThat(current.takenFrom(released))
                        .as("%s What commit %s released is for good", NEXT_MAJOR, commit)
                        .isEmpty());
    }

    @Test
    void everyAdditionIsAccepted() {
        // Given
        Contract released = Released.contract();

        // When
        Contract current = Contract.current();

        // Then
        assertThat(current).as(HOW_TO_ACCEPT).isEqualTo(released);
    }
}

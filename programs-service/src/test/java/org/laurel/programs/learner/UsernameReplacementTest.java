package org.laurel.programs.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.LearnerId;
import org.laurel.programs.learner.domain.ReplaceUsername;
import org.laurel.programs.learner.domain.UsernameReplacement;

class UsernameReplacementTest {

    private static final LearnerId ADA = new LearnerId("1");
    private static final LearnerId BOB = new LearnerId("2");
    private static final Map<String, LearnerId> HOLDERS = Map.of("ada", ADA, "bob", BOB);

    @Test
    void replacesWhatIsFreeIgnoringCase() {
        // Given
        List<ReplaceUsername> commands =
                List.of(new ReplaceUsername("Ada", "lovelace"), new ReplaceUsername("bob", "BOB"));

        // When
        UsernameReplacement replacement = UsernameReplacement.decide(commands, HOLDERS);

        // Then
        assertThat(replacement.done()).containsExactly(true, true);
        assertThat(replacement.usernames()).isEqualTo(Map.of(ADA, "lovelace", BOB, "BOB"));
    }

    @Test
    void givesNothingAwayThatSomebodyHas() {
        // Given
        List<ReplaceUsername> commands = List.of(new ReplaceUsername("ada", "Bob"));

        // When
        UsernameReplacement replacement = UsernameReplacement.decide(commands, HOLDERS);

        // Then
        assertThat(replacement.done()).containsExactly(false);
        assertThat(replacement.usernames()).isEmpty();
    }

    @Test
    void worksTheirOrderOff() {
        // Given
        List<ReplaceUsername> commands = List.of(
                new ReplaceUsername("bob", "robert"),
                new ReplaceUsername("ada", "bob"),
                new ReplaceUsername("robert", "rob"));

        // When
        UsernameReplacement replacement = UsernameReplacement.decide(commands, HOLDERS);

        // Then
        assertThat(replacement.done()).containsExactly(true, true, true);
        assertThat(replacement.usernames()).isEqualTo(Map.of(ADA, "bob", BOB, "rob"));
    }

    @Test
    void aUsernameThatNobodyHasCountsAsReplacedAndOneThatNobodyCanHaveDoesNot() {
        // Given
        List<ReplaceUsername> commands = List.of(
                new ReplaceUsername("eve", "bob"),
                new ReplaceUsername("ada", " "),
                new ReplaceUsername("ada", "x".repeat(256)),
                new ReplaceUsername("ada", "a\0"));

        // When
        UsernameReplacement replacement = UsernameReplacement.decide(commands, HOLDERS);

        // Then
        assertThat(replacement.done()).containsExactly(true, false, false, false);
        assertThat(replacement.usernames()).isEmpty();
    }
}

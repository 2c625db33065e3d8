package org.laurel.completion.xapi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.LearnerId;

class ActorNamesTest {

    @Test
    void makesTheNameThatOperatorsCanMakeToo() {
        // Given the name that another program made of the same secret and learner id
        ActorNames names = names("a secret of at least 32 characters");

        // When
        UUID name = names.of(new LearnerId("42"));

        // Then
        assertThat(name).hasToString("a5b43e16-df24-8233-8325-00d484c986a8");
    }

    @Test
    void givesEveryLearnerAnotherNameUnderEverySecret() {
        // Given
        ActorNames names = names("a secret of at least 32 characters");

        // When
        UUID name = names.of(new LearnerId("42"));

        // Then
        assertThat(names.of(new LearnerId("43"))).isNotEqualTo(name);
        assertThat(names("Another secret of 32 characters.").of(new LearnerId("42")))
                .isNotEqualTo(name);
        assertThat(name.version()).isEqualTo(8);
        assertThat(name.variant()).isEqualTo(2);
    }

    private static ActorNames names(String secret) {
        return new ActorNames(new StatementSettings(
                "off", List.of("course"), Optional.of("https://lms"), Optional.of(secret), Optional.empty()));
    }
}

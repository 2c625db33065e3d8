package org.laurel.bridge.schema.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.openedx.registry.RegistryDown;
import org.laurel.kit.test.SettableClock;

/** For how long the registry has been away, as far as anybody noticed. */
class RegistryAbsenceTest {

    private final SettableClock clock = new SettableClock();
    private final RegistryAbsence absence = new RegistryAbsence(clock);

    @Test
    void isCountedFromTheFirstAnswerThatWasMissing() {
        // Given
        miss();
        clock.advance(Duration.ofSeconds(90));
        miss();

        // When
        clock.advance(Duration.ofSeconds(60));

        // Then
        assertThat(absence.awayFor()).isEqualTo(Duration.ofSeconds(150));
    }

    @Test
    void endsWithAnAnswer() {
        // Given
        miss();
        clock.advance(Duration.ofSeconds(60));

        // When
        String unused = absence.ask(() -> "answer", Optional::empty);

        // Then
        assertThat(absence.awayFor()).isZero();
    }

    @Test
    void isForgottenWhenNobodyAsksAnyMore() {
        // Given
        miss();

        // When
        clock.advance(Duration.ofMinutes(10));

        // Then
        assertThat(absence.awayFor()).isZero();
        miss();
        assertThat(absence.awayFor()).isZero();
    }

    private void miss() {
        String unused = absence.ask(
                () -> {
                    throw RegistryDown.failure();
                },
                () -> Optional.of("before"));
    }
}

package org.laurel.bridge.schema.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.openedx.registry.RegistryDown;

/** For how long the registry has been away, as far as anybody noticed. */
class RegistryAbsenceTest {

    private final SettableClock clock = new SettableClock();
    private final RegistryAbsence absence = new RegistryAbsence(clock);

    @Test
    void isCountedFromTheFirstAnswerThatWasMissing() {
        // Given
        miss();
        clock.pass(Duration.ofSeconds(90));
        miss();

        // When
        clock.pass(Duration.ofSeconds(60));

        // Then
        assertThat(absence.awayFor()).isEqualTo(Duration.ofSeconds(150));
    }

    @Test
    void endsWithAnAnswer() {
        // Given
        miss();
        clock.pass(Duration.ofSeconds(60));

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
        clock.pass(Duration.ofMinutes(10));

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

    private static final class SettableClock extends Clock {

        private Instant now = Instant.parse("2026-02-03T04:05:06Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}

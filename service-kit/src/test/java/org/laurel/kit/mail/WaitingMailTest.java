package org.laurel.kit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.LearnerId;

class WaitingMailTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final LearnerId ADA = new LearnerId("ada");

    @ParameterizedTest
    @CsvSource({"0, PT30S", "1, PT1M", "2, PT2M", "6, PT32M", "7, PT1H", "60, PT1H"})
    void waitsTwiceAsLongAfterEachFailure(int attempts, Duration pause) {
        // Given
        WaitingMail mail = new WaitingMail(1, told(), NOW, attempts);

        // When
        Instant next = mail.nextAttempt(NOW, Duration.ofSeconds(30));

        // Then
        assertThat(next).isEqualTo(NOW.plus(pause));
    }

    @Test
    void isHopelessWithAKeyThatHasExpired() {
        // Given
        Mail mail = Mail.unwritten("activation", ADA, "ada@example.org", new Mail.KeyUse("ada", NOW), null);

        // When
        String reason = new WaitingMail(1, mail, NOW.minusSeconds(1), 0).hopeless(NOW);

        // Then
        assertThat(reason).isEqualTo("key_expired");
        assertThat(new WaitingMail(1, mail, NOW, 0).hopeless(NOW.minusMillis(1)))
                .isNull();
    }

    @Test
    void isHopelessAfterThreeDays() {
        // Given
        WaitingMail mail = new WaitingMail(1, told(), NOW, 70);

        // When
        String reason = mail.hopeless(NOW.plus(Duration.ofDays(3)).plusMillis(1));

        // Then
        assertThat(reason).isEqualTo("too_many_failures");
        assertThat(mail.hopeless(NOW.plus(Duration.ofDays(3)))).isNull();
    }

    private static Mail told() {
        return Mail.of("news", ADA, "ada@example.org", Letter.plain("News", "All is well."));
    }
}

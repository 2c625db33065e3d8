package org.laurel.enrollment.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        Mail mail = Mail.withKey(MailKind.ACTIVATION, ADA, "ada@example.org", "ada", NOW);

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

    @Test
    void hasAKeyIfAndOnlyIfAPageTakesIt() {
        // Given a kind with a page and one without

        // When
        var keyless = assertThatThrownBy(() -> Mail.telling(MailKind.ACTIVATION, ADA, "ada@example.org", null));

        // Then
        keyless.isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Mail.withKey(MailKind.EMAIL_CHANGED, ADA, "ada@example.org", "1", NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTheSiteAndTheLinkAndUntilWhenItWorks() {
        // Given
        Mail mail = Mail.withKey(MailKind.EMAIL_CONFIRMATION, ADA, "ada@example.org", "1", NOW);

        // When
        Letter letter = Letter.of(mail, "Our site", "https://learn.example.org/email_confirm/k");

        // Then
        assertThat(letter.subject()).isEqualTo("Confirm your new email address at Our site");
        assertThat(letter.text())
                .contains("\nhttps://learn.example.org/email_confirm/k\n", "until 1 May 2026, 12:00 UTC")
                .doesNotContain("ada");
    }

    private static Mail told() {
        return Mail.telling(MailKind.EMAIL_CHANGED, ADA, "ada@example.org", null);
    }
}

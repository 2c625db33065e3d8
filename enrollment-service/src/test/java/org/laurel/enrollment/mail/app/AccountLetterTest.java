package org.laurel.enrollment.mail.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.mail.domain.MailKind;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.mail.Letter;
import org.laurel.kit.mail.Mail;

class AccountLetterTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final LearnerId ADA = new LearnerId("ada");

    @Test
    void hasAKeyIfAndOnlyIfAPageTakesIt() {
        // Given a kind with a page and one without

        // When
        var keyless = assertThatThrownBy(() -> AccountMail.of(MailKind.ACTIVATION, ADA, "ada@example.org", null, null));

        // Then
        keyless.isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        AccountMail.of(MailKind.EMAIL_CHANGED, ADA, "ada@example.org", new Mail.KeyUse("1", NOW), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTheSiteAndTheLinkAndUntilWhenItWorks() {
        // Given
        Mail mail =
                AccountMail.of(MailKind.EMAIL_CONFIRMATION, ADA, "ada@example.org", new Mail.KeyUse("1", NOW), null);

        // When
        Letter letter = AccountLetter.of(mail, "Our site", "https://learn.example.org/email_confirm/k");

        // Then
        assertThat(letter.subject()).isEqualTo("Confirm your new email address at Our site");
        assertThat(letter.text())
                .contains("\nhttps://learn.example.org/email_confirm/k\n", "until 1 May 2026, 12:00 UTC")
                .doesNotContain("ada");
    }
}

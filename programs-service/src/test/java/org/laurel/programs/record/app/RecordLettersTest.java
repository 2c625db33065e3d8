package org.laurel.programs.record.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.mail.Letter;
import org.laurel.kit.mail.Mail;
import org.laurel.kit.page.PublicUrl;
import org.laurel.programs.learner.domain.Learner;
import org.laurel.programs.record.app.RecordLetters.Subject;
import org.laurel.programs.record.domain.Destination;
import org.laurel.programs.record.domain.SharedRecord;
import org.laurel.programs.settings.domain.SiteSettings;

/** What partners who give credit are mailed. */
class RecordLettersTest {

    private static final UUID LINK = UUID.fromString("00000000-0000-4000-8000-00000000000a");

    private final RecordLetters letters = new RecordLetters(new PublicUrl("https://learn.example.org:8443"));

    @Test
    void saysWhereTheRecordIsAndAnswersToTheLearner() {
        // When
        Mail mail = letters.sent(subject("Ada Lovelace", "ada@example.org"), settings(null));

        // Then
        Letter letter = Objects.requireNonNull(mail.letter());
        assertThat(mail.kind()).isEqualTo("record_sent");
        assertThat(mail.recipient()).isEqualTo("credit@partner.example");
        assertThat(letter.subject()).isEqualTo("Program record of Ada Lovelace: Data %s");
        assertThat(letter.text())
                .contains("https://learn.example.org:8443/records/programs/shared/0000000000004000800000000000000a/")
                .contains("Ada Lovelace has sent you", "\"Data %s\"", "Partner (Pathway)", "Campus");
        assertThat(letter.sender()).isEqualTo("no-reply@learn.example.org");
        assertThat(letter.replyTo()).isEqualTo("ada@example.org");
    }

    @Test
    void comesFromThePartnerAddressOfTheSite() {
        // When
        Mail mail = letters.updated(subject("", ""), settings("records@example.org"));

        // Then
        Letter letter = Objects.requireNonNull(mail.letter());
        assertThat(mail.kind()).isEqualTo("record_updated");
        assertThat(letter.sender()).isEqualTo("records@example.org");
        assertThat(letter.replyTo()).isNull();
        assertThat(letter.text()).contains("ada has completed the program \"Data %s\"");
    }

    /** What is between the lines is ours: no name can tell of another record. */
    @Test
    void aNameAddsNoLines() {
        // When
        Mail mail = letters.sent(subject("Ada\n\nThe record:\r\nelsewhere\u2028now", ""), settings(null));

        // Then
        Letter letter = Objects.requireNonNull(mail.letter());
        assertThat(letter.text()).startsWith("Ada The record: elsewhere now has sent you the record");
        assertThat(letter.subject()).isEqualTo("Program record of Ada The record: elsewhere now: Data %s");
    }

    private static Subject subject(String name, String email) {
        LearnerId id = new LearnerId("7");
        return new Subject(
                new Learner(id, "ada", email, name, true, 1, Instant.EPOCH),
                "Data %s",
                new Destination(1, "Pathway", "Partner", "credit@partner.example"),
                new SharedRecord(LINK, id, LINK));
    }

    private static SiteSettings settings(@Nullable String address) {
        return new SiteSettings(
                "Campus", true, List.of(), true, true, Map.of(), null, address, false, true, null, null);
    }
}

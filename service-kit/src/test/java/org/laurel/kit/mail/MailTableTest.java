package org.laurel.kit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Sql;
import org.laurel.sample.KitDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** What happens to mails inside the database. */
class MailTableTest {

    private static final Instant POSTED = Instant.EPOCH;
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final LearnerId ADA = new LearnerId("ada");

    private MailTable mails = new MailTable(new Sql(new PGSimpleDataSource()));

    @BeforeEach
    void openADatabase() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(KitDatabase.fresh().url());
        source.setUser("laurel");
        source.setPassword("laurel");
        mails = new MailTable(new Sql(source));
    }

    @Test
    void keepsEveryWordOfAMail() {
        // Given
        Letter letter = Letter.plain("News", "All is well.")
                .withHtml("<p>All is well.</p>")
                .withSender("programs@example.org")
                .withReplyTo("ada@example.org");
        Mail whole = Mail.of("news", ADA, "eve@example.org", letter);

        // When
        mails.add(List.of(whole, keyed()), POSTED);

        // Then
        assertThat(mails.lease(LATER, LATER.plusSeconds(1)).map(WaitingMail::mail))
                .contains(whole);
        assertThat(mails.lease(LATER, LATER.plusSeconds(1)).map(WaitingMail::mail))
                .contains(keyed());
        assertThat(mails.lease(LATER, LATER)).isEmpty();
    }

    @Test
    void leavesAMailToItsSenderUntilTheLeaseEnds() {
        // Given
        Instant end = POSTED.plusSeconds(120);
        mails.add(List.of(news()), POSTED);

        // When
        Optional<WaitingMail> taken = mails.lease(POSTED, end);

        // Then
        assertThat(taken.map(WaitingMail::mail)).contains(news());
        assertThat(mails.lease(end.minusMillis(1), end)).isEmpty();
        assertThat(mails.lease(end, end)).isEqualTo(taken);
    }

    @Test
    void takesBackWhatBringsAKey() {
        // Given
        mails.add(List.of(keyed(), news()), POSTED);
        WaitingMail taken = mails.lease(POSTED, LATER).orElseThrow();

        // When
        mails.dropKeyed(List.of(ADA));

        // Then
        assertThat(mails.lock(taken.id())).isFalse();
        assertThat(mails.lease(POSTED, LATER).map(WaitingMail::mail)).contains(news());
    }

    @Test
    void countsWhatWasGivenUpWithinTheLastDayByReason() {
        // Given
        giveUp("SMTP 550", LATER.minus(Duration.ofHours(1)));
        giveUp("unfit_address", LATER.minus(Duration.ofHours(23)));
        giveUp("key_expired", LATER.minus(Duration.ofHours(2)));
        giveUp("too_many_failures", LATER.minus(Duration.ofHours(3)));
        giveUp("too_many_failures", LATER);
        giveUp("too_many_failures", LATER.minus(Duration.ofHours(25)));
        mails.add(List.of(news()), POSTED);

        // When
        MailBacklog backlog = mails.backlog(LATER);

        // Then
        assertThat(backlog).isEqualTo(new MailBacklog(1, LATER.getEpochSecond(), 2, 3));
    }

    private void giveUp(String error, Instant when) {
        mails.add(List.of(news()), POSTED);
        mails.giveUp(mails.lease(POSTED, LATER).orElseThrow().id(), when, error);
    }

    private static Mail news() {
        return Mail.of("news", ADA, "ada@example.org", Letter.plain("News", "All is well."));
    }

    private static Mail keyed() {
        return Mail.unwritten("activation", ADA, "ada@example.org", new Mail.KeyUse("r", LATER.plusSeconds(9)), null);
    }
}

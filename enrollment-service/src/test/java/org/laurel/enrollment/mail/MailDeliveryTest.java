package org.laurel.enrollment.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.mail.app.AccountMail;
import org.laurel.enrollment.mail.domain.MailKind;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.mail.Letter;
import org.laurel.kit.mail.Mail;
import org.laurel.kit.mail.MailPosting;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.mail.MailServer;
import org.laurel.kit.test.mail.Mailbox;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(MailServer.class)
class MailDeliveryTest {

    private final Scene scene = new Scene();
    private final MailPosting posting;

    @Inject
    MailDeliveryTest(MailPosting posting) {
        this.posting = posting;
    }

    @Test
    void sendsWhatWasPostedAndKeepsNothingOfIt() {
        // Given
        Mail mail = rejection("ada");

        // When
        QuarkusTransaction.requiringNew().run(() -> posting.apply(List.of(mail)));

        // Then
        assertThat(Mailbox.await(scene.email("ada"), 1))
                .singleElement()
                .asString()
                .contains("at Laurel Test", "Reason: a good one");
        Mailbox.awaitNothingFor(scene.id("ada"));
    }

    @Test
    void sendsNothingOfAChangeThatDoesNotCommit() {
        // Given
        Mail mail = rejection("ada");

        // When
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    posting.apply(List.of(mail));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessageContaining("rolled back");

        // Then
        QuarkusTransaction.requiringNew().run(() -> posting.apply(List.of(rejection("bob"))));
        Mailbox.await(scene.email("bob"), 1);
        assertThat(Mailbox.of(scene.email("ada"))).isEmpty();
    }

    @Test
    void triesAgainUntilTheServerIsBack() {
        // Given
        Mailbox.power(false);
        try {
            QuarkusTransaction.requiringNew().run(() -> posting.apply(List.of(rejection("ada"))));
            Map<String, @Nullable Object> waiting = Awaitility.await()
                    .atMost(KafkaProbe.PATIENCE)
                    .until(() -> row("ada"), row -> Integer.valueOf(2).compareTo((Integer) row.get("attempts")) <= 0);
            assertThat(String.valueOf(waiting.get("error"))).doesNotContain("@").doesNotContain("localhost");
        } finally {
            // When
            Mailbox.power(true);
        }

        // Then
        assertThat(Mailbox.await(scene.email("ada"), 1)).hasSize(1);
        Mailbox.awaitNothingFor(scene.id("ada"));
    }

    @Test
    void triesAgainWithOneKeyAtATime() {
        // Given
        Mailbox.power(false);
        Instant expiresAt = Instant.now().plusSeconds(3_600);
        Mail mail = AccountMail.of(
                MailKind.ACTIVATION,
                new LearnerId(scene.id("ada")),
                scene.email("ada"),
                new Mail.KeyUse(scene.id("ada"), expiresAt),
                null);
        try {
            QuarkusTransaction.requiringNew().run(() -> posting.apply(List.of(mail)));
            Awaitility.await()
                    .atMost(KafkaProbe.PATIENCE)
                    .until(() -> row("ada"), row -> Integer.valueOf(2).compareTo((Integer) row.get("attempts")) <= 0);
            assertThat(keys()).isEqualTo("1");
        } finally {
            // When
            Mailbox.power(true);
        }

        // Then
        Mailbox.key(scene.email("ada"), 1);
        Mailbox.awaitNothingFor(scene.id("ada"));
        assertThat(keys()).isEqualTo("1");
    }

    @Test
    void sendsWhatIsPostedInWordsAsItStands() {
        // Given
        Letter letter = Letter.plain("News of Ada", "All is well.")
                .withHtml("<p>All is <b>well</b>.</p>")
                .withSender("programs@example.org")
                .withReplyTo(scene.email("ada"));
        Mail mail = Mail.of("news", new LearnerId(scene.id("ada")), scene.email("partner"), letter);

        // When
        QuarkusTransaction.requiringNew().run(() -> posting.apply(List.of(mail)));

        // Then
        Mailbox.await(scene.email("partner"), 1);
        assertThat(Mailbox.parts(scene.email("partner")))
                .singleElement()
                .satisfies(parts -> assertThat(parts)
                        .containsEntry("subject", "News of Ada")
                        .containsEntry("text", "All is well.")
                        .containsEntry("html", "<p>All is <b>well</b>.</p>")
                        .containsEntry("from", "programs@example.org")
                        .containsEntry("reply_to", scene.email("ada")));
    }

    @Test
    void keepsWhatNobodyWritesForLaterAndSendsTheOthers() {
        // Given
        Mail wordless =
                Mail.unwritten("of another day", new LearnerId(scene.id("ada")), scene.email("ada"), null, null);

        // When
        QuarkusTransaction.requiringNew().run(() -> posting.apply(List.of(wordless, rejection("bob"))));

        // Then
        Mailbox.await(scene.email("bob"), 1);
        Map<String, @Nullable Object> kept =
                Awaitility.await().atMost(KafkaProbe.PATIENCE).until(() -> row("ada"), row -> row.get("error") != null);
        assertThat(kept)
                .containsEntry("error", "unwritten: IllegalStateException")
                .containsEntry("given_up_at", null);
        Database.current().execute("delete from mail where learner_id = ?", scene.id("ada"));
    }

    @Test
    void givesUpAtOnceWhatCanBeSentToNobody() {
        // Given
        Mail mail = AccountMail.of(
                MailKind.NAME_CHANGE_REJECTED,
                new LearnerId(scene.id("ada")),
                "two words@example.org",
                null,
                "a good one");

        // When
        QuarkusTransaction.requiringNew().run(() -> posting.apply(List.of(mail, rejection("bob"))));

        // Then
        Mailbox.await(scene.email("bob"), 1);
        Map<String, @Nullable Object> kept = Awaitility.await()
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> row("ada"), row -> row.get("given_up_at") != null);
        assertThat(kept).containsEntry("attempts", 0).containsEntry("error", "unfit_address");
    }

    private String keys() {
        return String.valueOf(
                Database.current().value("select count(*) from one_time_key where learner_id = ?", scene.id("ada")));
    }

    private Map<String, @Nullable Object> row(String name) {
        return Database.current()
                .query("select * from mail where learner_id = ?", scene.id(name))
                .getFirst();
    }

    private Mail rejection(String name) {
        return AccountMail.of(
                MailKind.NAME_CHANGE_REJECTED, new LearnerId(scene.id(name)), scene.email(name), null, "a good one");
    }
}

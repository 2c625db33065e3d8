package org.laurel.enrollment.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.MailServer;
import org.laurel.enrollment.Mailbox;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.mail.app.MailPosting;
import org.laurel.enrollment.mail.db.MailTable;
import org.laurel.enrollment.mail.domain.Mail;
import org.laurel.enrollment.mail.domain.MailKind;
import org.laurel.enrollment.mail.domain.WaitingMail;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(MailServer.class)
class MailDeliveryTest {

    private final Scene scene = new Scene();
    private final MailPosting posting;
    private final MailTable mails;

    @Inject
    MailDeliveryTest(MailPosting posting, MailTable mails) {
        this.posting = posting;
        this.mails = mails;
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
        Mail mail = Mail.withKey(
                MailKind.ACTIVATION, new LearnerId(scene.id("ada")), scene.email("ada"), scene.id("ada"), expiresAt);
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
    void givesUpAtOnceWhatCanBeSentToNobody() {
        // Given
        Mail mail = Mail.telling(
                MailKind.NAME_CHANGE_REJECTED, new LearnerId(scene.id("ada")), "two words@example.org", "a good one");

        // When
        QuarkusTransaction.requiringNew().run(() -> posting.apply(List.of(mail, rejection("bob"))));

        // Then
        Mailbox.await(scene.email("bob"), 1);
        Map<String, @Nullable Object> kept = Awaitility.await()
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> row("ada"), row -> row.get("given_up_at") != null);
        assertThat(kept).containsEntry("attempts", 0).containsEntry("error", "unfit_address");
    }

    @Test
    void leavesAMailToItsSenderUntilTheLeaseEnds() {
        // Given
        Instant posted = Instant.EPOCH;
        Instant end = posted.plusSeconds(120);
        List<Optional<WaitingMail>> taken = new ArrayList<>();

        // When
        QuarkusTransaction.requiringNew().run(() -> {
            mails.add(List.of(rejection("ada")), posted);
            taken.add(mails.lease(posted, end));
            taken.add(mails.lease(end.minusMillis(1), end));
            taken.add(mails.lease(end, end));
            taken.getFirst().ifPresent(mail -> mails.remove(mail.id()));
        });

        // Then
        assertThat(taken.getFirst().map(WaitingMail::mail)).contains(rejection("ada"));
        assertThat(taken.get(1)).isEmpty();
        assertThat(taken.get(2)).isEqualTo(taken.getFirst());
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
        return Mail.telling(
                MailKind.NAME_CHANGE_REJECTED, new LearnerId(scene.id(name)), scene.email(name), "a good one");
    }
}

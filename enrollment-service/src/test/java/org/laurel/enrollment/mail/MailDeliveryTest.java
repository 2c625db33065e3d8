package org.laurel.enrollment.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.MailServer;
import org.laurel.enrollment.Mailbox;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.mail.app.MailPosting;
import org.laurel.enrollment.mail.domain.Mail;
import org.laurel.enrollment.mail.domain.MailKind;
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

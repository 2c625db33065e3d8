package org.laurel.enrollment.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.registration.app.RegistrationExpiry;
import org.laurel.enrollment.registration.db.RegistrationTable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.mail.MailServer;
import org.laurel.kit.test.mail.Mailbox;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(MailServer.class)
class RegistrationExpiryTest {

    private static final int ALL = 10_000;

    private final Scene scene = new Scene();
    private final RegistrationCalls calls = new RegistrationCalls(scene);
    private final RegistrationExpiry expiry;
    private final RegistrationTable registrations;

    @Inject
    RegistrationExpiryTest(RegistrationExpiry expiry, RegistrationTable registrations) {
        this.expiry = expiry;
        this.registrations = registrations;
    }

    @Test
    void freesTheNamesOfWhoDidNotActivateTheAccountInTime() {
        // Given
        LearnerId late = registered();
        String key = Mailbox.key(scene.email("ada"), 1);
        expire(late);

        // When
        List<Boolean> freed = expiry.apply(List.of(late));

        // Then
        assertThat(freed).containsExactly(true);
        assertThat(names(late)).isEqualTo("expired__" + late + " ");
        calls.activate(key).statusCode(404);
        calls.register("ada", "ada").statusCode(200);
        calls.activate(Mailbox.key(scene.email("ada"), 2)).statusCode(200);
        assertThat(calls.id("ada")).isNotEqualTo(late.value());
    }

    @Test
    void looksForThoseAloneWhoseTimeIsOver() {
        // Given
        LearnerId inTime = registered();
        calls.register("bob", "bob").statusCode(200);
        LearnerId late = new LearnerId(calls.id("bob"));
        expire(late);

        // When
        List<LearnerId> expired = registrations.expired(Instant.now(), ALL);

        // Then
        assertThat(expired).contains(late).doesNotContain(inTime);
        expiry.apply(List.of(late));
        assertThat(registrations.expired(Instant.now(), ALL)).doesNotContain(late);
    }

    @Test
    void leavesAloneWhoIsActiveByNow() {
        // Given
        LearnerId active = registered();
        calls.activate(Mailbox.key(scene.email("ada"), 1)).statusCode(200);
        expire(active);

        // When
        List<Boolean> freed = expiry.apply(List.of(active));

        // Then
        assertThat(freed).containsExactly(false);
        assertThat(names(active)).isEqualTo(scene.username("ada") + " " + scene.email("ada"));
        assertThat(registrations.expired(Instant.now(), ALL)).doesNotContain(active);
    }

    @Test
    void leavesAloneWhoHasStillTime() {
        // Given
        LearnerId waiting = registered();

        // When
        List<Boolean> freed = expiry.apply(List.of(waiting));

        // Then
        assertThat(freed).containsExactly(false);
        assertThat(names(waiting)).startsWith(scene.username("ada"));
    }

    @Test
    void leavesAloneWhoIsEnrolled() {
        // Given
        LearnerId enrolled = registered();
        scene.open("audit");
        scene.enrollAsService("ada", "").statusCode(200);
        expire(enrolled);

        // When
        List<Boolean> freed = expiry.apply(List.of(enrolled));

        // Then
        assertThat(freed).containsExactly(false);
        assertThat(registrations.expired(Instant.now(), ALL)).doesNotContain(enrolled);
    }

    private LearnerId registered() {
        calls.register("ada", "ada").statusCode(200);
        return new LearnerId(calls.id("ada"));
    }

    private static void expire(LearnerId learner) {
        Database.current()
                .execute(
                        "update registration set expires_at = now() - interval '1 hour' where learner_id = ?",
                        learner.value());
    }

    private static String names(LearnerId learner) {
        return String.valueOf(Database.current()
                .value("select username || ' ' || email from learner where learner_id = ?", learner.value()));
    }
}

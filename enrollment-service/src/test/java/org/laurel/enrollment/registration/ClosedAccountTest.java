package org.laurel.enrollment.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.mail.MailServer;
import org.laurel.kit.test.mail.Mailbox;

/** Nobody opens an account again that staff closed, and no key outlives the address that it was sent to. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(MailServer.class)
class ClosedAccountTest {

    private final Scene scene = new Scene();
    private final RegistrationCalls calls = new RegistrationCalls(scene);

    @Test
    void takesNoKeyOfAnAccountThatWasClosedBeforeItsActivation() {
        // Given
        calls.register("ada", "ada").statusCode(200);
        String id = calls.id("ada");
        String key = Mailbox.key(scene.email("ada"), 1);
        calls.deactivate("ada").statusCode(200);

        // When
        var answer = calls.activate(key);

        // Then
        answer.statusCode(404).body("error_code", equalTo("key_unknown"));
        assertThat(RegistrationCalls.isActive(id)).isEqualTo("false");
    }

    @Test
    void mailsNoNewKeyToAnAccountThatWasClosedBeforeItsActivation() {
        // Given
        calls.register("ada", "ada").statusCode(200);
        String id = calls.id("ada");
        Mailbox.await(scene.email("ada"), 1);
        calls.deactivate("ada").statusCode(200);

        // When
        calls.resend("ada").statusCode(200);

        // Then
        Mailbox.awaitNothingFor(id);
        assertThat(Mailbox.of(scene.email("ada"))).hasSize(1);
    }

    @Test
    void opensNoAccountAgainThatOthersActivatedAndClosed() {
        // Given
        calls.register("ada", "ada").statusCode(200);
        String id = calls.id("ada");
        String key = Mailbox.key(scene.email("ada"), 1);
        calls.put(id, "ada", "ada", true).statusCode(200);
        calls.put(id, "ada", "ada", false).statusCode(200);
        calls.resend("ada").statusCode(200);

        // When
        var answer = calls.activate(key);

        // Then
        answer.statusCode(410).body("error_code", equalTo("account_closed"));
        Mailbox.awaitNothingFor(id);
        assertThat(Mailbox.of(scene.email("ada"))).hasSize(1);
        assertThat(RegistrationCalls.isActive(id)).isEqualTo("false");
    }

    @Test
    void activatesWithAKeyToTheNewAddressAloneOnceStaffChangedIt() {
        // Given
        calls.register("ada", "ada").statusCode(200);
        String id = calls.id("ada");
        String old = Mailbox.key(scene.email("ada"), 1);
        calls.put(id, "ada", "countess", false).statusCode(200);

        // When
        var answer = calls.activate(old);

        // Then
        answer.statusCode(404);
        calls.resend("countess").statusCode(200);
        calls.activate(Mailbox.key(scene.email("countess"), 1)).statusCode(200).body("result", equalTo("activated"));
    }
}

package org.laurel.kit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.mail.MailFailure.Kind;

class MailFailureTest {

    @ParameterizedTest
    @CsvSource({
        "550, REFUSED",
        "501, REFUSED",
        "554, REFUSED",
        "450, NOT_NOW",
        "452, NOT_NOW",
        "421, AWAY",
        "530, AWAY",
        "535, AWAY"
    })
    void goesByTheReplyOfTheServer(int reply, Kind kind) {
        // Given
        Throwable refused = new SMTPException("ada@example.org is refused", reply, List.of("no"), false);

        // When
        MailFailure failure = MailFailure.of(new CompletionException(refused));

        // Then
        assertThat(failure).isEqualTo(new MailFailure(kind, "SMTP " + reply));
    }

    @Test
    void takesAnAddressThatIsNoneForGoodReasonToGiveUp() {
        // Given
        Throwable unfit = new IllegalArgumentException("invalid email address [a b@c]");

        // When
        MailFailure failure = MailFailure.of(unfit);

        // Then
        assertThat(failure).isEqualTo(new MailFailure(Kind.REFUSED, "unfit_address"));
    }

    @Test
    void takesWordsThatCannotBeWrittenForNoFaultOfTheServer() {
        // Given
        Throwable wordless = new IllegalStateException("nobody writes to ada@example.org");

        // When
        MailFailure failure = MailFailure.unwritten(wordless);

        // Then
        assertThat(failure).isEqualTo(new MailFailure(Kind.NOT_NOW, "unwritten: IllegalStateException"));
    }

    @Test
    void takesTheServerForAwayOtherwise() {
        // Given
        Throwable lost = new CompletionException(new ConnectException("mail.example.org refused"));

        // When
        MailFailure failure = MailFailure.of(lost);

        // Then
        assertThat(failure).isEqualTo(new MailFailure(Kind.AWAY, "ConnectException"));
    }
}

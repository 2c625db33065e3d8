package org.laurel.kit.mail;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.mailencoder.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Gives mails to the mail server. */
@ApplicationScoped
@IfBuildProperty(name = Sending.SWITCH, stringValue = Sending.ON)
class MailGateway {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ReactiveMailer mailer;

    MailGateway(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    /**
     * Sends a letter and returns when the server has taken it; without the address for answers when that is none. No transaction may be open, because that may last.
     *
     * @throws IllegalArgumentException when the address of the recipient or the sender is none
     * @throws RuntimeException when it has not, within 15 seconds; the message may name the recipient, so keep it out of logs
     */
    public void send(String recipient, Letter letter) {
        io.quarkus.mailer.Mail mail =
                io.quarkus.mailer.Mail.withText(address(recipient), letter.subject(), letter.text());
        if (letter.html() != null) {
            mail.setHtml(letter.html());
        }
        if (letter.sender() != null) {
            mail.setFrom(address(letter.sender()));
        }
        if (letter.replyTo() != null) {
            ifFit(letter.replyTo()).ifPresent(mail::setReplyTo);
        }
        mailer.send(mail).await().atMost(PATIENCE);
    }

    private static Optional<String> ifFit(String text) {
        try {
            return Optional.of(address(text));
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    private static String address(String text) {
        return new EmailAddress(text).getEmail();
    }
}

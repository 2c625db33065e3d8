package org.laurel.enrollment.mail.app;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.mailencoder.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.mail.domain.Letter;
import org.laurel.enrollment.mail.domain.Mail;
import org.laurel.kit.page.PublicUrl;

/** Writes mails and gives them to the mail server. */
@ApplicationScoped
class MailGateway {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ReactiveMailer mailer;
    private final PublicUrl publicUrl;
    private final String site;

    MailGateway(
            ReactiveMailer mailer, PublicUrl publicUrl, @ConfigProperty(name = "laurel.mail.site-name") String site) {
        this.mailer = mailer;
        this.publicUrl = publicUrl;
        this.site = site;
    }

    /**
     * Sends a mail and returns when the server has taken it. No transaction may be open, because that may last.
     *
     * @param key the key that stands in it, null for a mail without one
     * @throws IllegalArgumentException when the recipient is no address
     * @throws RuntimeException when it has not, within 15 seconds; the message may name the recipient, so keep it out of logs
     */
    public void send(Mail mail, @Nullable String key) {
        Letter letter = Letter.of(mail, site, link(mail, key));
        String recipient = new EmailAddress(mail.recipient()).getEmail();
        mailer.send(io.quarkus.mailer.Mail.withText(recipient, letter.subject(), letter.text()))
                .await()
                .atMost(PATIENCE);
    }

    private String link(Mail mail, @Nullable String key) {
        return key == null ? "" : publicUrl.origin() + mail.kind().keyPath() + key;
    }
}

package org.laurel.enrollment.mail.app;

import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.enrollment.mail.domain.Letter;
import org.laurel.enrollment.mail.domain.Mail;
import org.laurel.enrollment.mail.domain.OneTimeKey;
import org.laurel.kit.page.PublicUrl;

/** Writes mails and gives them to the mail server. */
@ApplicationScoped
class MailGateway {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ReactiveMailer mailer;
    private final KeyIssue keys;
    private final PublicUrl publicUrl;
    private final String site;

    MailGateway(
            ReactiveMailer mailer,
            KeyIssue keys,
            PublicUrl publicUrl,
            @ConfigProperty(name = "laurel.mail.site-name") String site) {
        this.mailer = mailer;
        this.keys = keys;
        this.publicUrl = publicUrl;
        this.site = site;
    }

    /**
     * Sends a mail and returns when the server has taken it.
     *
     * @throws RuntimeException when it has not, within 15 seconds; the message may name the recipient, so keep it out of logs
     */
    public void send(Mail mail) {
        Letter letter = Letter.of(mail, site, link(mail));
        mailer.send(io.quarkus.mailer.Mail.withText(mail.recipient(), letter.subject(), letter.text()))
                .await()
                .atMost(PATIENCE);
    }

    private String link(Mail mail) {
        Mail.KeyUse use = mail.key();
        return use == null
                ? ""
                : publicUrl.origin()
                        + mail.kind().keyPath()
                        + keys.apply(mail.kind(), new OneTimeKey(use.requestId(), mail.learnerId(), use.expiresAt()));
    }
}

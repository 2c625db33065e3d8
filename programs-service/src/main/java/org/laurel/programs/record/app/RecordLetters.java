package org.laurel.programs.record.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.mail.Letter;
import org.laurel.kit.mail.Mail;
import org.laurel.kit.page.PublicUrl;
import org.laurel.programs.learner.domain.Learner;
import org.laurel.programs.record.domain.Destination;
import org.laurel.programs.record.domain.SharedRecord;
import org.laurel.programs.settings.domain.SiteSettings;

/**
 * Writes what partners who give credit are mailed: where the record is. Answers go to the learner. Source: programs, records,
 * send.
 */
@ApplicationScoped
class RecordLetters {

    private final String publicUrl;
    private final String noReply;

    RecordLetters(PublicUrl publicUrl) {
        this.publicUrl = publicUrl.origin();
        this.noReply = "no-reply@" + URI.create(publicUrl.origin()).getHost();
    }

    /** What a letter is about. */
    record Subject(Learner learner, String program, Destination destination, SharedRecord link) {}

    /** The learner sends the record. */
    Mail sent(Subject subject, SiteSettings settings) {
        return mail("record_sent", subject, settings, """
                %s has sent you the record of the program "%s" and asks for credit at %s (%s).

                The record:
                %s

                Answer this mail to reach the learner.

                %s
                """);
    }

    /** The learner has completed the program since. */
    Mail updated(Subject subject, SiteSettings settings) {
        return mail("record_updated", subject, settings, """
                %s has completed the program "%s". You were sent the record of it before, for credit at %s (%s).

                The record as it is now:
                %s

                Answer this mail to reach the learner.

                %s
                """);
    }

    private Mail mail(String kind, Subject subject, SiteSettings settings, String text) {
        Learner learner = subject.learner();
        String name = Letter.line(learner.name().isBlank() ? learner.username() : learner.name());
        Destination to = subject.destination();
        String words = text.formatted(
                name,
                Letter.line(subject.program()),
                Letter.line(to.orgName()),
                Letter.line(to.name()),
                publicUrl + subject.link().path(),
                settings.platformName());
        Letter letter = Letter.plain("Program record of " + name + ": " + subject.program(), words)
                .withSender(sender(settings.partnerFromAddress()))
                .withReplyTo(learner.email().isBlank() ? null : learner.email());
        return Mail.of(kind, learner.id(), to.email(), letter);
    }

    private String sender(@Nullable String address) {
        return address == null || address.isBlank() ? noReply : address;
    }
}

package org.laurel.programs.completionmail.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.UuidText;
import org.laurel.kit.mail.Letter;
import org.laurel.kit.mail.Mail;
import org.laurel.kit.mail.MailPosting;
import org.laurel.kit.page.PublicUrl;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramStatus;
import org.laurel.programs.completionmail.db.CompletionMailTable;
import org.laurel.programs.completionmail.db.CompletionMailTable.Recipient;
import org.laurel.programs.completionmail.db.CompletionMailTable.Subject;
import org.laurel.programs.completionmail.domain.Completed;
import org.laurel.programs.completionmail.domain.CompletionLetter;
import org.laurel.programs.completionmail.domain.Identifier;
import org.laurel.programs.completionmail.domain.MailOutcome;
import org.laurel.programs.completionmail.domain.MailTemplate;
import org.laurel.programs.credential.app.CredentialFollower;
import org.laurel.programs.credential.domain.CredentialFact;
import org.laurel.programs.credential.domain.CredentialFact.ProgramAwarded;
import org.laurel.programs.settings.db.SiteSettingsQuery;
import org.laurel.programs.settings.domain.SiteSettings;

/**
 * Mails learners that they have completed a program, in the transaction that awards its credential for the first time: once for
 * each learner and program, whatever is revoked and awarded later. Five statements, whatever the number of awards.
 */
@ApplicationScoped
class CompletionMailing implements CredentialFollower {

    private static final Logger LOG = Logger.getLogger(CompletionMailing.class);
    private static final String KIND = "program_completed";

    private final CompletionMailTable table;
    private final SiteSettingsQuery settings;
    private final MailPosting posting;
    private final PublicUrl publicUrl;
    private final Clock clock;

    CompletionMailing(
            CompletionMailTable table,
            SiteSettingsQuery settings,
            MailPosting posting,
            PublicUrl publicUrl,
            Clock clock) {
        this.table = table;
        this.settings = settings;
        this.posting = posting;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @Override
    public void follow(List<CredentialFact> facts) {
        List<ProgramAwarded> awarded = facts.stream()
                .flatMap(fact -> fact instanceof ProgramAwarded award ? Stream.of(award) : Stream.empty())
                .toList();
        if (awarded.isEmpty()) {
            return;
        }
        SiteSettings site = settings.current();
        Map<LearnerId, Recipient> recipients = site.completionMails() ? table.recipients(learners(awarded)) : Map.of();
        Map<String, MailTemplate> templates = site.completionMails() ? table.templates(identifiers(awarded)) : Map.of();
        Map<Subject, MailOutcome> outcomes = new LinkedHashMap<>();
        Map<Subject, Mail> mails = new LinkedHashMap<>();
        for (ProgramAwarded award : awarded) {
            Recipient recipient = recipients.getOrDefault(award.credential().learnerId(), Recipient.UNKNOWN);
            MailTemplate template =
                    Identifier.resolve(award.program().uuid(), award.program().type(), templates);
            MailOutcome outcome = MailOutcome.decide(
                    site.completionMails(),
                    award.program().status() == ProgramStatus.RETIRED,
                    template,
                    recipient.email());
            if (outcome == MailOutcome.POSTED && template != null) {
                Mail mail = mail(award, template, recipient, site);
                if (mail == null) {
                    outcome = MailOutcome.FAILED;
                } else {
                    mails.put(subject(award), mail);
                }
            }
            outcomes.put(subject(award), outcome);
        }
        Set<Subject> first = table.save(outcomes, clock.instant().truncatedTo(ChronoUnit.MICROS));
        mails.keySet().retainAll(first);
        posting.apply(List.copyOf(mails.values()));
    }

    private static List<LearnerId> learners(List<ProgramAwarded> awarded) {
        return awarded.stream()
                .map(award -> award.credential().learnerId())
                .distinct()
                .toList();
    }

    private static List<String> identifiers(List<ProgramAwarded> awarded) {
        return awarded.stream()
                .map(ProgramAwarded::program)
                .distinct()
                .flatMap(program -> Identifier.candidates(program.uuid(), program.type()).stream())
                .distinct()
                .toList();
    }

    /** The mail, null when it cannot be written, which never costs the award. */
    private @Nullable Mail mail(ProgramAwarded award, MailTemplate template, Recipient recipient, SiteSettings site) {
        try {
            Program program = award.program();
            CompletionLetter letter = CompletionLetter.of(
                    template,
                    new Completed(
                            recipient.name().isBlank() ? recipient.username() : recipient.name(),
                            program.title(),
                            program.type(),
                            site.platformName(),
                            publicUrl.origin() + "/credentials/"
                                    + UuidText.digits(award.credential().uuid()) + "/"));
            Letter words = Letter.plain(letter.subject(), letter.text());
            return Mail.of(
                    KIND,
                    award.credential().learnerId(),
                    recipient.email(),
                    letter.html() == null ? words : words.withHtml(letter.html()));
        } catch (RuntimeException failure) {
            LOG.errorf(
                    "A completion mail of program %s cannot be written: %s",
                    award.program().uuid(), failure);
            return null;
        }
    }

    private static Subject subject(ProgramAwarded award) {
        return new Subject(award.credential().learnerId(), award.program().uuid());
    }
}

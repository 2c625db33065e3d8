package org.laurel.programs.record.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.laurel.kit.mail.MailPosting;
import org.laurel.programs.catalogue.db.ProgramDetailQuery;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.credential.app.CredentialFollower;
import org.laurel.programs.credential.domain.CredentialFact;
import org.laurel.programs.record.app.RecordLetters.Subject;
import org.laurel.programs.record.db.SentRecordTable;
import org.laurel.programs.record.db.SentRecordTable.SentBefore;
import org.laurel.programs.record.domain.NewCredential;
import org.laurel.programs.record.domain.RecordsSwitch;
import org.laurel.programs.settings.db.SiteSettingsQuery;
import org.laurel.programs.settings.domain.SiteSettings;

/**
 * Tells the credit pathways to which a learner has sent a record that the program is completed now. Source: programs,
 * credentials, program issuer.
 */
@ApplicationScoped
class UpdatedRecordTelling implements CredentialFollower {

    private final SentRecordTable sent;
    private final ProgramDetailQuery programs;
    private final SiteSettingsQuery settings;
    private final RecordLetters letters;
    private final MailPosting posting;

    UpdatedRecordTelling(
            SentRecordTable sent,
            ProgramDetailQuery programs,
            SiteSettingsQuery settings,
            RecordLetters letters,
            MailPosting posting) {
        this.sent = sent;
        this.programs = programs;
        this.settings = settings;
        this.letters = letters;
        this.posting = posting;
    }

    /**
     * Posts the mails in the transaction that makes the credentials: none where records are switched off, and none about
     * records whose link was taken back. Unless one of the records was sent, nothing is read but that.
     */
    @Override
    public void follow(List<CredentialFact> facts) {
        List<SentBefore> before =
                sent.before(facts.stream().flatMap(UpdatedRecordTelling::award).toList());
        if (before.isEmpty()) {
            return;
        }
        SiteSettings now = settings.current();
        Map<UUID, ProgramDetail> details =
                programs.load(before.stream().map(one -> one.link().program()).toList());
        posting.apply(before.stream()
                .filter(one -> {
                    ProgramDetail program = details.get(one.link().program());
                    return program != null && RecordsSwitch.isOn(now, program);
                })
                .map(one -> letters.updated(
                        new Subject(one.learner(), one.programTitle(), one.destination(), one.link()), now))
                .toList());
    }

    private static Stream<NewCredential> award(CredentialFact fact) {
        return fact instanceof CredentialFact.ProgramAwarded(var credential, var program, var cause)
                ? Stream.of(new NewCredential(credential.learnerId(), program.uuid(), credential.version()))
                : Stream.empty();
    }
}

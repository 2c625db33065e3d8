package org.laurel.programs.record.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.mail.Mail;
import org.laurel.kit.mail.MailPosting;
import org.laurel.programs.record.app.RecordLetters.Subject;
import org.laurel.programs.record.app.RecordSharing.Shared;
import org.laurel.programs.record.db.SentRecordTable;
import org.laurel.programs.record.domain.SendRecord;
import org.laurel.programs.record.domain.ShareRecord;
import org.laurel.programs.settings.db.SiteSettingsQuery;
import org.laurel.programs.settings.domain.SiteSettings;

/** Sends records to credit pathways: by mail, with a public link, which is made when there is none. */
@ApplicationScoped
public class RecordSending {

    private final KeyLocks locks;
    private final RecordSharing sharing;
    private final SentRecordTable sent;
    private final SiteSettingsQuery settings;
    private final RecordLetters letters;
    private final MailPosting posting;
    private final Clock clock;

    RecordSending(
            KeyLocks locks,
            RecordSharing sharing,
            SentRecordTable sent,
            SiteSettingsQuery settings,
            RecordLetters letters,
            MailPosting posting,
            Clock clock) {
        this.locks = locks;
        this.sharing = sharing;
        this.sent = sent;
        this.settings = settings;
        this.letters = letters;
        this.posting = posting;
        this.clock = clock;
    }

    /**
     * Sends the records, each time anew; false for those of learners who have left, of whom nobody is told. The mails go if and
     * only if the transaction commits, and at least once.
     */
    @Transactional
    public List<Boolean> apply(List<SendRecord> commands) {
        locks.lock(
                commands.stream().map(command -> command.learner().id().value()).toList());
        List<Optional<Shared>> links =
                sharing.apply(commands.stream().map(RecordSending::share).toList());
        SiteSettings now = settings.current();
        List<SendRecord> going = new ArrayList<>();
        List<Mail> mails = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            SendRecord command = commands.get(i);
            links.get(i).map(Shared::link).ifPresent(link -> {
                Subject subject = new Subject(command.learner(), command.programTitle(), command.destination(), link);
                going.add(command);
                mails.add(letters.sent(subject, now));
            });
        }
        sent.save(going, clock.instant());
        posting.apply(mails);
        return links.stream().map(Optional::isPresent).toList();
    }

    private static ShareRecord share(SendRecord command) {
        return new ShareRecord(command.learner().id(), command.program(), command.cause());
    }
}

package org.laurel.enrollment.mail.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.laurel.enrollment.mail.db.MailTable;
import org.laurel.enrollment.mail.domain.Mail;
import org.laurel.kit.job.Jobs;

/**
 * Hands mails over for sending, as part of the caller's transaction: a mail goes if and only if the change that it tells of
 * commits, and at least once.
 */
@ApplicationScoped
public class MailPosting {

    /** The job that sends. */
    static final String JOB = "send-mail";

    /** All mails are one queue. */
    static final String SUBJECT = "mail";

    private final MailTable mails;
    private final Jobs jobs;
    private final Clock clock;

    MailPosting(MailTable mails, Jobs jobs, Clock clock) {
        this.mails = mails;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Posts the mails; without any it does nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void apply(List<Mail> posted) {
        if (!posted.isEmpty()) {
            mails.add(posted, clock.instant());
            jobs.submit(JOB, SUBJECT, "mail");
        }
    }
}

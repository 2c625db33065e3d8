package org.laurel.enrollment.mail.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.laurel.enrollment.mail.db.KeyTable;
import org.laurel.enrollment.mail.db.MailTable;

/** Drops mails and keys that have had their time. */
@ApplicationScoped
class MailSweep {

    private static final Duration KEPT = Duration.ofDays(90);

    private final MailTable mails;
    private final KeyTable keys;
    private final Clock clock;

    MailSweep(MailTable mails, KeyTable keys, Clock clock) {
        this.mails = mails;
        this.keys = keys;
        this.clock = clock;
    }

    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void drop() {
        Instant time = clock.instant().minus(KEPT);
        mails.dropGivenUpBefore(time);
        keys.dropExpiredBefore(time);
    }
}

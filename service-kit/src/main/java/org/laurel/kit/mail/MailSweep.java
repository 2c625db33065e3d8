package org.laurel.kit.mail;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Drops mails that were given up long ago. */
@ApplicationScoped
@IfBuildProperty(name = Sending.SWITCH, stringValue = Sending.ON)
class MailSweep {

    private static final Duration KEPT = Duration.ofDays(90);

    private final MailTable mails;
    private final Clock clock;

    MailSweep(MailTable mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void drop() {
        mails.dropGivenUpBefore(clock.instant().minus(KEPT));
    }
}

package org.laurel.kit.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Shows mails that wait, the age of the oldest, and those that were given up within the last day. Read every 15 seconds from the
 * database, so that all replicas tell the same, also after a restart.
 */
@Singleton
@IfBuildProperty(name = Sending.SWITCH, stringValue = Sending.ON)
class MailMetrics {

    private final MailTable mails;
    private final Clock clock;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong oldest = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong expired = new AtomicLong();

    MailMetrics(MailTable mails, Clock clock, MeterRegistry registry) {
        this.mails = mails;
        this.clock = clock;
        registry.gauge("laurel.mail.waiting", waiting);
        registry.gauge("laurel.mail.oldest.seconds", oldest);
        registry.gauge("laurel.mail.given.up", Tags.of("reason", "refused"), refused);
        registry.gauge("laurel.mail.given.up", Tags.of("reason", "expired"), expired);
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        MailBacklog backlog = mails.backlog(clock.instant());
        waiting.set(backlog.waiting());
        oldest.set(backlog.oldestSeconds());
        refused.set(backlog.refused());
        expired.set(backlog.expired());
    }
}

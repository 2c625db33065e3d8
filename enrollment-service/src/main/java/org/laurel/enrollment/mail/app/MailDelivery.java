package org.laurel.enrollment.mail.app;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.laurel.enrollment.mail.db.MailTable;
import org.laurel.enrollment.mail.domain.WaitingMail;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.sql.Failures;

/**
 * Sends mails that are due. One that the server does not take waits longer and longer; after some failures in a row, or a slow
 * one, the rest waits for the next round, because the server is most likely away and other jobs have to have their turn. What is
 * hopeless is given up and kept for operators.
 */
@Singleton
class MailDelivery implements JobStep {

    private static final Logger LOG = Logger.getLogger(MailDelivery.class);
    private static final int ROUND = 20;
    private static final int FAILURES_IN_A_ROW = 3;
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(5);

    private final MailTable mails;
    private final MailGateway gateway;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Duration firstPause;

    MailDelivery(
            MailTable mails,
            MailGateway gateway,
            MeterRegistry metrics,
            Clock clock,
            @ConfigProperty(name = "laurel.mail.first-retry") Duration firstPause) {
        this.mails = mails;
        this.gateway = gateway;
        this.metrics = metrics;
        this.clock = clock;
        this.firstPause = firstPause;
    }

    @Override
    public String kind() {
        return MailPosting.JOB;
    }

    @Override
    public Progress advance(Chunk chunk) {
        Instant start = clock.instant();
        List<WaitingMail> due = mails.due(start, ROUND);
        int done = 0;
        int failures = 0;
        boolean slow = false;
        while (done < due.size() && failures < FAILURES_IN_A_ROW && !slow) {
            failures = deliver(due.get(done)) ? 0 : failures + 1;
            slow = clock.instant().isAfter(start.plus(LONGEST_ROUND));
            done++;
        }
        boolean away = failures == FAILURES_IN_A_ROW || (slow && failures > 0);
        return due.isEmpty() || away ? Progress.finished(done) : new Progress("more", done);
    }

    /** Whether there was no failure. */
    private boolean deliver(WaitingMail waiting) {
        Instant now = clock.instant();
        String hopeless = waiting.hopeless(now);
        if (hopeless != null) {
            mails.giveUp(waiting.id(), now, hopeless);
            count("given_up");
            LOG.errorf("Mail %d is given up: %s", waiting.id(), hopeless);
            return true;
        }
        try {
            gateway.send(waiting.mail());
            mails.remove(waiting.id());
            count("sent");
            return true;
        } catch (RuntimeException failure) {
            String error = Failures.describe(failure);
            mails.postpone(waiting.id(), waiting.nextAttempt(now, firstPause), error);
            count("failed");
            LOG.warnf("Mail %d was not taken and waits: %s", waiting.id(), error);
            return false;
        }
    }

    private void count(String outcome) {
        metrics.counter("laurel.mail", "outcome", outcome).increment();
    }
}

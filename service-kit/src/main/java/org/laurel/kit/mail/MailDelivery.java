package org.laurel.kit.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends mails that are due, one after the other and outside any transaction: each is leased, sent and taken off, so that a
 * crash repeats one mail at most. One that the server does not take for now waits longer and longer; after some failures in a
 * row to reach the server the rest waits for the next round. What is hopeless, or refused for good, is given up and kept for
 * operators.
 */
@Singleton
@IfBuildProperty(name = Sending.SWITCH, stringValue = Sending.ON)
class MailDelivery {

    private static final Logger LOG = Logger.getLogger(MailDelivery.class);
    private static final int FAILURES_IN_A_ROW = 3;

    private final MailLease lease;
    private final MailGateway gateway;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Duration firstPause;
    private volatile boolean stopping;

    MailDelivery(
            MailLease lease,
            MailGateway gateway,
            MeterRegistry metrics,
            Clock clock,
            @ConfigProperty(name = "laurel.mail.first-retry") Duration firstPause) {
        this.lease = lease;
        this.gateway = gateway;
        this.metrics = metrics;
        this.clock = clock;
        this.firstPause = firstPause;
    }

    /** Sends until no mail is due, the server is away or {@link #stop} is called. */
    @ActivateRequestContext
    void run() {
        try {
            int away = 0;
            Optional<WaitingMail> next = lease.take();
            while (next.isPresent()) {
                away = deliver(next.get()) ? 0 : away + 1;
                next = away < FAILURES_IN_A_ROW && !stopping ? lease.take() : Optional.empty();
            }
        } catch (RuntimeException | Error failure) {
            LOG.warnf("Mails wait for infrastructure: %s", failure);
        }
    }

    /** Lets the mail that is being sent now be the last. */
    void stop() {
        stopping = true;
    }

    /** Whether the server could be reached, or was not needed. */
    private boolean deliver(WaitingMail waiting) {
        String hopeless = waiting.hopeless(clock.instant());
        if (hopeless != null) {
            giveUp(waiting, hopeless);
            return true;
        }
        Optional<Letter> letter;
        try {
            letter = lease.write(waiting);
        } catch (RuntimeException failure) {
            return failed(waiting, MailFailure.unwritten(failure));
        }
        return letter.isEmpty() || send(waiting, letter.get());
    }

    private boolean send(WaitingMail waiting, Letter letter) {
        try {
            gateway.send(waiting.mail().recipient(), letter);
        } catch (RuntimeException failure) {
            return failed(waiting, MailFailure.of(failure));
        }
        lease.sent(waiting);
        count("sent");
        return true;
    }

    private boolean failed(WaitingMail waiting, MailFailure failure) {
        if (failure.kind() == MailFailure.Kind.REFUSED) {
            giveUp(waiting, failure.words());
            return true;
        }
        Instant again = waiting.nextAttempt(clock.instant(), firstPause);
        lease.postpone(waiting, again, failure.words());
        count("failed");
        LOG.warnf("Mail %d was not taken and waits: %s", waiting.id(), failure.words());
        return failure.kind() == MailFailure.Kind.NOT_NOW;
    }

    private void giveUp(WaitingMail waiting, String reason) {
        lease.giveUp(waiting, clock.instant(), reason);
        count("given_up");
        LOG.errorf("Mail %d is given up: %s", waiting.id(), reason);
    }

    private void count(String outcome) {
        metrics.counter("laurel.mail", "outcome", outcome).increment();
    }
}

package org.laurel.kit.mail;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.laurel.kit.job.CalledThread;

/**
 * Lets the {@link MailDelivery} run on a thread of its own, so that a slow mail server keeps nothing else waiting: at once when
 * a transaction of this process has posted a mail, and from time to time for those that wait for another attempt or were posted
 * by a process that has ended.
 */
@Singleton
@IfBuildProperty(name = Sending.SWITCH, stringValue = Sending.ON)
class MailLoop {

    private static final Duration GRACE = Duration.ofSeconds(15);

    private final MailDelivery delivery;
    private final CalledThread thread;

    MailLoop(MailDelivery delivery) {
        this.delivery = delivery;
        this.thread = new CalledThread("mails", delivery::run);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    @Scheduled(every = "${laurel.mail.retry-every}", delayed = "5s")
    void tick() {
        thread.call();
    }

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailPosted event) {
        thread.call();
    }

    /** Waits for the mail that is being sent now. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        delivery.stop();
        thread.stop(GRACE);
    }
}

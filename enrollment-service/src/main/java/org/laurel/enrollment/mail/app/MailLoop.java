package org.laurel.enrollment.mail.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Lets the {@link MailDelivery} run on a thread of its own, so that a slow mail server keeps nothing else waiting: at once when
 * a transaction of this process has posted a mail, and from time to time for those that wait for another attempt or were posted
 * by a process that has ended.
 */
@Singleton
class MailLoop {

    private static final Duration GRACE = Duration.ofSeconds(15);

    private final MailDelivery delivery;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    MailLoop(MailDelivery delivery) {
        this.delivery = delivery;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("mails").daemon().start(this::loop);
    }

    @Scheduled(every = "${laurel.mail.retry-every}", delayed = "5s")
    void tick() {
        calls.release();
    }

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailPosted event) {
        calls.release();
    }

    /** Waits for the mail that is being sent now. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        delivery.stop();
        calls.release();
        if (thread != null) {
            thread.join(GRACE);
        }
    }

    private void loop() {
        while (!stopping) {
            try {
                calls.acquire();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
            calls.drainPermits();
            delivery.run();
        }
    }
}

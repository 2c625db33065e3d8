package org.laurel.completion.xapi.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.laurel.completion.xapi.domain.Delivery;
import org.laurel.kit.job.CalledThread;

/**
 * Lets statements be delivered on a thread of its own, so that a slow receiver keeps nothing else waiting: at once when a
 * transaction of this process lets some wait, and every second for those that wait for another attempt or are of a process that
 * has ended.
 */
@Singleton
class StatementLoop {

    private static final Duration GRACE = Duration.ofSeconds(15);

    private final boolean delivers;
    private final LrsDelivery lrs;
    private final TopicDelivery topic;
    private final CalledThread thread;

    StatementLoop(StatementSettings settings, LrsDelivery lrs, TopicDelivery topic) {
        this.lrs = lrs;
        this.topic = topic;
        this.delivers = settings.isOn();
        this.thread = new CalledThread("xapi", settings.delivery() == Delivery.TOPIC ? topic::run : lrs::run);
    }

    void start(@Observes StartupEvent event) {
        if (delivers) {
            thread.start();
        }
    }

    @Scheduled(every = "1s", delayed = "1s")
    void tick() {
        call();
    }

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) StatementsQueued event) {
        call();
    }

    /** Waits for the batch that is being sent now. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        lrs.stop();
        topic.stop();
        thread.stop(GRACE);
    }

    private void call() {
        if (delivers) {
            thread.call();
        }
    }
}

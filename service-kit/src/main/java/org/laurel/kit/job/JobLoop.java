package org.laurel.kit.job;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets the {@link JobRunner} run on a thread of its own: at once when a transaction of this process has queued a job, and
 * every second in any case, for the jobs of other replicas and those that wait for a time.
 */
@Singleton
class JobLoop {

    private static final Set<String> SWITCHED_OFF = Set.of("off", "disabled");
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final JobRunner runner;
    private final boolean enabled;
    private final CalledThread thread;

    JobLoop(JobRunner runner, @ConfigProperty(name = "laurel.jobs.every", defaultValue = "1s") String every) {
        this.runner = runner;
        this.enabled = !SWITCHED_OFF.contains(every);
        this.thread = new CalledThread("jobs", runner::run);
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            thread.start();
        }
    }

    @Scheduled(every = "${laurel.jobs.every:1s}")
    void tick() {
        thread.call();
    }

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobQueued event) {
        thread.call();
    }

    /** Waits for the chunk that runs now. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        runner.stop();
        thread.stop(GRACE);
    }
}

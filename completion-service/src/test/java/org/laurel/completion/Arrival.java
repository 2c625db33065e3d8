package org.laurel.completion;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;

/** Sends events and waits until the service has taken them in. */
public final class Arrival {

    private Arrival() {}

    public static void send(KafkaProbe probe, PlatformEvent... events) {
        probe.sendAll(List.of(events));
        for (PlatformEvent event : events) {
            await("event " + event.id())
                    .atMost(KafkaProbe.PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> "1"
                            .equals(Database.current()
                                    .value("select count(*) from inbox where event_id = ?", event.id())));
        }
    }

    /** Waits until no job is open. */
    public static void awaitJobs() {
        await("jobs")
                .atMost(KafkaProbe.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> "0"
                        .equals(Database.current()
                                .value("select count(*) from job where state in ('waiting', 'running')")));
    }
}

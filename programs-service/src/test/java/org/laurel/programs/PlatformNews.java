package org.laurel.programs;

import static org.awaitility.Awaitility.await;

import java.util.List;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;

/** Tells this service what other services publish. */
public final class PlatformNews {

    private PlatformNews() {}

    /** Publishes events in this order, and returns when all have been taken in. */
    public static void tell(PlatformEvent... events) {
        tell(List.of(events));
    }

    /** Publishes events in this order, and returns when all have been taken in. */
    public static void tell(List<PlatformEvent> events) {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.programs")) {
            probe.sendAll(events);
        }
        String[] ids = events.stream().map(PlatformEvent::id).distinct().toArray(String[]::new);
        await("events taken in")
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> Database.current()
                                .query("select distinct event_id from inbox where event_id = any(?)", (Object) ids)
                                .size()
                        == ids.length);
    }
}

package org.laurel.bridge.outbound;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.laurel.bridge.Listener;
import org.laurel.bridge.Listener.Heard;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;

/** Laurel tells the bridge, the bridge tells the site; about one course run and one program, so that all of it is in order. */
final class Conversation implements AutoCloseable {

    static final String CERTIFICATES = "learning-certificate-lifecycle";
    static final String ENROLLMENTS = "learning-enrollment-lifecycle";
    static final String PROGRAMS = "learning-program-certificate-lifecycle";

    private static final AtomicLong FENCES = new AtomicLong(900_000);

    private final KafkaProbe laurel = KafkaProbe.fromNow();
    private final List<String> topics;
    private final Listener site;

    Conversation(String... topics) {
        this.topics = List.of(topics);
        this.site = new Listener(topics);
    }

    /** Laurel's services tell something, in order; returns when the bridge has taken it in. */
    void tell(PlatformEvent... events) {
        laurel.sendAll(List.of(events));
        Stream.of(events).forEach(Conversation::awaitTaken);
    }

    /** The same, with the bridge taking in each before the next is told. */
    void tellEach(PlatformEvent... events) {
        Stream.of(events).forEach(this::tell);
    }

    /** All that the site hears about a user: what was told so far and no more, which something told afterwards makes sure. */
    List<Heard> heard(long user) {
        for (String topic : topics) {
            long fence = FENCES.incrementAndGet();
            fence(topic, String.valueOf(fence));
            site.await(fence, 1);
        }
        return site.about(user);
    }

    private void fence(String topic, String learner) {
        switch (topic) {
            case CERTIFICATES -> tell(Decisions.certificate("changed", learner, "notpassing", "null", 1));
            case ENROLLMENTS -> tell(Decisions.enrollment(learner, null, null, "audit", true, 1));
            default -> tellEach(Decisions.learner(learner, 1), Decisions.program("awarded", learner, 1));
        }
    }

    private static void awaitTaken(PlatformEvent event) {
        await("event " + event.id())
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> !Database.current()
                        .query("select 1 from inbox where event_id = ?", event.id())
                        .isEmpty());
    }

    @Override
    public void close() {
        laurel.close();
        site.close();
    }
}

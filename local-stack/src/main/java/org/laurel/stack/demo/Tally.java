package org.laurel.stack.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;

/** Counts events by type without keeping them, and remembers each learner's percentage of completion. */
final class Tally implements Consumer<SeenEvent> {
    private record Progress(long version, double percent) {}

    private final Set<String> ids = new HashSet<>();
    private final Set<String> facts = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Progress> progress = new HashMap<>();
    private long redelivered;
    private long doubled;

    @Override
    public synchronized void accept(SeenEvent event) {
        if (isBelowTheCourse(event)) {
            return;
        }
        if (!ids.add(event.id())) {
            redelivered++;
        } else if (!facts.add(event.fact())) {
            doubled++;
        } else {
            counts.merge(event.type(), 1, Integer::sum);
            remember(event);
        }
    }

    /** How many different facts of this type were published. */
    synchronized int count(EventType<?> type) {
        return counts.getOrDefault(type.name(), 0);
    }

    /** How many attempts show the percentage that they must. */
    synchronized int current(Iterable<Attempt> attempts) {
        int current = 0;
        for (Attempt attempt : attempts) {
            Progress known =
                    progress.get(key(attempt.learner().id(), attempt.course().key()));
            if (known != null && Math.abs(known.percent() - attempt.percent()) < 1e-6) {
                current++;
            }
        }
        return current;
    }

    /** Events that Kafka held more than once: allowed, receivers skip them by their id. */
    synchronized long redelivered() {
        return redelivered;
    }

    /** Facts that were published under a second id: a defect. */
    synchronized long doubled() {
        return doubled;
    }

    private void remember(SeenEvent event) {
        if (event.is(EventCatalogue.COMPLETION_PROGRESSED)) {
            Progress latest = new Progress(
                    event.body().path("version").asLong(),
                    event.body().path("percent").asDouble());
            progress.merge(
                    key(event.learnerId(), event.subject()),
                    latest,
                    (known, other) -> known.version() > other.version() ? known : other);
        }
    }

    private static boolean isBelowTheCourse(SeenEvent event) {
        return event.is(EventCatalogue.COMPLETION_PROGRESSED)
                && !event.text("type").equals("course");
    }

    private static String key(String learnerId, String courseKey) {
        return learnerId + "|" + courseKey;
    }
}

package org.laurel.stack.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.laurel.events.EventType;

/** Keeps every event that was seen, each once: Kafka may deliver one again. */
public final class Journal implements Consumer<SeenEvent> {
    private final List<SeenEvent> events = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    @Override
    public synchronized void accept(SeenEvent event) {
        if (ids.add(event.id())) {
            events.add(event);
        }
    }

    /** How often an event of this type was published about this learner and this course run or program. */
    public synchronized long count(EventType<?> type, Learner learner, String subject) {
        return events.stream()
                .filter(event -> event.is(type))
                .filter(event -> event.learnerId().equals(learner.id()))
                .filter(event -> event.subject().equals(subject))
                .count();
    }

    /** How many events of this type were published. */
    public synchronized long count(EventType<?> type) {
        return events.stream().filter(event -> event.is(type)).count();
    }

    /** Facts that were published more than once under different ids; there must be none. */
    public synchronized List<String> doubled() {
        Set<String> facts = new HashSet<>();
        return events.stream()
                .map(SeenEvent::fact)
                .filter(fact -> !facts.add(fact))
                .toList();
    }

    /** All events in the order of their times. */
    public synchronized List<SeenEvent> inOrder() {
        return events.stream().sorted(Comparator.comparing(SeenEvent::at)).toList();
    }
}

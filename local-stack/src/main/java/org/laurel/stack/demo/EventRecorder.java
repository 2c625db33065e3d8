package org.laurel.stack.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.laurel.events.Topic;
import org.laurel.stack.StackFailure;
import org.laurel.stack.event.EventTail;

/** Watches what Laurel publishes about the learners of one run, on a thread of its own. */
public final class EventRecorder implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final EventTail tail;
    private final String keyPrefix;
    private final Consumer<SeenEvent> sink;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final Thread thread;

    /**
     * Takes its position at the end of the topics: what is published from now on is seen.
     *
     * @param sink called by one thread, with the events of a key in their order
     */
    public EventRecorder(String bootstrap, List<Topic> topics, RunId run, Consumer<SeenEvent> sink) {
        this.tail =
                new EventTail(bootstrap, topics.stream().map(Topic::topicName).toList(), false);
        this.keyPrefix = run.learnerPrefix();
        this.sink = sink;
        this.thread = Thread.ofPlatform().daemon().name("laurel-demo-events").start(this::watch);
    }

    /**
     * Says so if the events cannot be watched any more.
     *
     * @throws StackFailure then
     */
    public void requireWatching() {
        RuntimeException cause = failure.get();
        if (cause != null) {
            throw new StackFailure("Kafka cannot be read: " + cause, "Look at ./laurel status.", cause);
        }
    }

    private void watch() {
        try (tail) {
            while (!stopping.get()) {
                tail.poll().stream()
                        .filter(event -> event.key().startsWith(keyPrefix))
                        .map(SeenEvent::of)
                        .forEach(sink);
            }
        } catch (RuntimeException broken) {
            failure.set(broken);
        }
    }

    @Override
    public void close() {
        stopping.set(true);
        try {
            thread.join(STOP_LIMIT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

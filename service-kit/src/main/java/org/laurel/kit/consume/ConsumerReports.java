package org.laurel.kit.consume;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Failures;

/** Tells how consumption does. */
@ApplicationScoped
public class ConsumerReports {

    private static final String RUNNING = "running";

    private final ConsumptionHold hold;
    private final ConsumptionState local;
    private final ConsumerLag lag;

    ConsumerReports(ConsumptionHold hold, ConsumptionState local, ConsumerLag lag) {
        this.hold = hold;
        this.local = local;
        this.lag = lag;
    }

    private record Standing(
            String state,
            @Nullable Instant since,
            @Nullable String by,
            @Nullable String reason) {}

    /** Now. */
    public ConsumerReport report() {
        Standing standing = standing();
        Optional<GroupOffsets> offsets = lag.look();
        Optional<ConsumerLag.Speed> speed = offsets.isPresent() ? lag.speed() : Optional.empty();
        return new ConsumerReport(
                hold.consumer(),
                standing.state(),
                standing.since(),
                standing.by(),
                standing.reason(),
                offsets.map(GroupOffsets::lag).orElse(null),
                offsets.map(ConsumerReports::topics).orElse(List.of()),
                speed.map(ConsumerLag.Speed::perSecond).orElse(null),
                catchUp(standing, offsets, speed));
    }

    private Standing standing() {
        try {
            Optional<ConsumptionHold.Hold> held = hold.current();
            if (held.isPresent()) {
                ConsumptionHold.Hold one = held.get();
                return new Standing(one.state(), one.since(), one.by(), one.reason());
            }
        } catch (RuntimeException failure) {
            if (!Failures.isTransient(failure)) {
                throw failure;
            }
            return new Standing("stalled", null, null, "the database does not answer");
        }
        // A hold that this replica has not yet noticed to be over is over.
        return local.waiting()
                .filter(waiting -> !waiting.state().equals("paused"))
                .map(waiting -> new Standing(waiting.state(), waiting.since(), null, waiting.reason()))
                .orElse(new Standing(RUNNING, null, null, null));
    }

    private static List<ConsumerReport.TopicLag> topics(GroupOffsets offsets) {
        return offsets.lagByTopic().entrySet().stream()
                .map(topic -> new ConsumerReport.TopicLag(topic.getKey(), topic.getValue()))
                .toList();
    }

    private static @Nullable Long catchUp(
            Standing standing, Optional<GroupOffsets> offsets, Optional<ConsumerLag.Speed> speed) {
        if (offsets.isEmpty() || !standing.state().equals(RUNNING)) {
            return null;
        }
        long waiting = offsets.get().lag();
        if (waiting == 0) {
            return 0L;
        }
        return speed.map(ConsumerLag.Speed::gainPerSecond)
                .filter(gain -> gain > 0)
                .map(gain -> (long) Math.ceil(waiting / gain))
                .orElse(null);
    }
}

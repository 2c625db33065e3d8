package org.laurel.kit.consume;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.kit.brake.Brake;
import org.laurel.kit.brake.BrakeEngaged;

/**
 * Tells a bad record from a bad producer. Single records that cannot be handled are parked and the rest flows on; when many
 * of one poll cannot, something is wrong at the other end or with us, and the consumer brake engages before any of them is
 * parked.
 */
@Singleton
class ParkedShare {

    private final Brake brake;
    private final double share;
    private final int floor;

    ParkedShare(
            Brake brake,
            @ConfigProperty(name = "laurel.brake.parked-share", defaultValue = "0.01") double share,
            @ConfigProperty(name = "laurel.brake.parked-floor", defaultValue = "10") int floor) {
        this.brake = brake;
        this.share = share;
        this.floor = floor;
    }

    /** Whether refusals can engage the brake at all; after a release they cannot for a while. */
    boolean mayBrake() {
        return brake.mayEngage(Brake.CONSUMER);
    }

    /**
     * Lets a poll go on unless too many of its records would be parked.
     *
     * @param all the records of the part in hand that are known to be refused so far; what was to be expected does not count
     * @param poll the whole poll, and what of its earlier parts is parked
     * @throws BrakeEngaged when they are too many and the brake was not released a short while ago
     */
    void check(List<Refusal> all, PollTally poll) {
        List<Refusal> refused = PollTally.unexpected(all);
        int count = poll.parked() + refused.size();
        if (refused.isEmpty() || count < floor || count <= share * poll.size()) {
            return;
        }
        String reason = "At least " + count + " of " + poll.size() + " records of one poll cannot be handled";
        if (brake.engage(Brake.CONSUMER, reason, detail(refused))) {
            throw new BrakeEngaged(Set.of(Brake.CONSUMER));
        }
    }

    private static String detail(List<Refusal> refused) {
        Map<String, Long> kinds = refused.stream()
                .collect(Collectors.groupingBy(
                        one -> one.record().topic() + " " + one.reason().code(), TreeMap::new, Collectors.counting()));
        String counts = kinds.entrySet().stream()
                .map(kind -> kind.getKey() + ": " + kind.getValue())
                .collect(Collectors.joining("; "));
        Refusal first = refused.getFirst();
        return counts + "; first at " + first.record().topic() + "["
                + first.record().partition() + "]@" + first.record().offset() + ": "
                + first.reason().detail();
    }
}

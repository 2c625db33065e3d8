package org.laurel.completion.progress.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.Share;
import org.laurel.completion.structure.domain.StructureIndex;
import org.laurel.kit.domain.Cause;

/** The completions that commands bring for one learner in one course run: of each block the newest, if it is newer than ours. */
final class Arrival {

    private final Map<String, BlockCompletion> known;
    private final Map<String, BlockCompletion> accepted = new LinkedHashMap<>();
    private Cause cause;
    private @Nullable Instant changedAt;

    private Arrival(Map<String, BlockCompletion> known, Cause cause) {
        this.known = known;
        this.cause = cause;
    }

    /** Takes the commands in order; there is at least one. */
    static Arrival of(Map<String, BlockCompletion> known, List<ProgressCommand> commands) {
        Arrival arrival = new Arrival(known, commands.getLast().cause());
        for (ProgressCommand command : commands) {
            if (command instanceof ProgressCommand.Submit submit) {
                arrival.accept(submit);
            }
        }
        return arrival;
    }

    private void accept(ProgressCommand.Submit submit) {
        BlockCompletion before = accepted.getOrDefault(submit.blockKey(), known.get(submit.blockKey()));
        BlockCompletion next = submit.onto(before);
        if (before != null && !next.place().isAfter(before.place())) {
            return;
        }
        accepted.put(submit.blockKey(), next);
        Instant time = next.place().occurredAt();
        if (next.units() != unitsOf(before) && (changedAt == null || !time.isBefore(changedAt))) {
            changedAt = time;
            cause = submit.cause();
        }
    }

    List<BlockCompletion> accepted() {
        return List.copyOf(accepted.values());
    }

    /** What led to the newest change, or to the last command when nothing changed. */
    Cause cause() {
        return cause;
    }

    /** Business time of the newest change, the given one when nothing changed. */
    Instant time(Instant otherwise) {
        return Objects.requireNonNullElse(changedAt, otherwise);
    }

    /** By how much the sums move; sums that stay are left out. */
    Map<String, Long> deltas(StructureIndex index) {
        Map<String, Long> deltas = new HashMap<>();
        for (BlockCompletion next : accepted.values()) {
            Sums.add(deltas, index, next.blockKey(), next.units() - unitsOf(known.get(next.blockKey())));
        }
        deltas.values().removeIf(delta -> delta == 0);
        return deltas;
    }

    /** The aggregates below the course that the accepted completions enter, in an order in which inner ones come first. */
    List<Aggregate> above(StructureIndex index) {
        return accepted.keySet().stream()
                .flatMap(blockKey -> index.sharesOf(blockKey).stream())
                .map(Share::position)
                .filter(position -> position > 0)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(index.aggregates()::get)
                .toList();
    }

    private static long unitsOf(@Nullable BlockCompletion completion) {
        return completion == null ? 0 : completion.units();
    }
}

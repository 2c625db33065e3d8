package org.laurel.completion.progress.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

/** What commands bring for one learner in one course run: of each block the newest completion, if it is newer than ours. */
final class Arrival {

    private final Map<String, BlockCompletion> known;
    private final Map<String, BlockCompletion> accepted = new LinkedHashMap<>();
    private final Set<String> cleared = new HashSet<>();
    private @Nullable Instant clearedAt;
    private @Nullable Instant changedAt;
    private Cause cause;

    private Arrival(Map<String, BlockCompletion> known, @Nullable Instant clearedAt, Cause cause) {
        this.known = known;
        this.clearedAt = clearedAt;
        this.cause = cause;
    }

    /** Takes the commands in order; there is at least one. */
    static Arrival of(KnownProgress known, List<ProgressCommand> commands) {
        Arrival arrival = new Arrival(
                known.completions(),
                known.course().clearedAt(),
                commands.getLast().cause());
        commands.forEach(arrival::take);
        return arrival;
    }

    private void take(ProgressCommand command) {
        switch (command) {
            case ProgressCommand.Submit submit -> accept(submit);
            case ProgressCommand.Clear clear -> clear(clear);
            case ProgressCommand.Recount recount -> {
                if (recount.at() != null) {
                    changed(recount.at(), recount.cause());
                }
            }
        }
    }

    private void accept(ProgressCommand.Submit submit) {
        BlockCompletion before = current(submit.blockKey());
        FactOrder place =
                submit.placeAfter(before == null ? clearedAt : before.place().occurredAt());
        boolean late = before == null
                ? clearedAt != null && !place.occurredAt().isAfter(clearedAt)
                : !place.isAfter(before.place());
        if (late) {
            return;
        }
        Instant changed = before != null && before.units() == submit.units() ? before.changedAt() : place.occurredAt();
        accepted.put(submit.blockKey(), new BlockCompletion(submit.blockKey(), submit.units(), place, changed));
        if (submit.units() != unitsOf(before)) {
            changed(place.occurredAt(), submit.cause());
        }
    }

    private void clear(ProgressCommand.Clear clear) {
        Instant time = Stream.concat(known.values().stream(), accepted.values().stream())
                .map(completion -> completion.place().occurredAt())
                .reduce(clear.at(), Arrival::later);
        clearedAt = clearedAt == null ? time : later(clearedAt, time);
        cleared.addAll(known.keySet());
        accepted.clear();
        changed(time, clear.cause());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void changed(Instant time, Cause by) {
        if (changedAt == null || !time.isBefore(changedAt)) {
            changedAt = time;
            cause = by;
        }
    }

    private @Nullable BlockCompletion current(String blockKey) {
        BlockCompletion next = accepted.get(blockKey);
        return next == null && !cleared.contains(blockKey) ? known.get(blockKey) : next;
    }

    List<BlockCompletion> accepted() {
        return List.copyOf(accepted.values());
    }

    /** Keys of the accepted completions of blocks of which nothing was known. */
    List<String> created() {
        return accepted.keySet().stream().filter(key -> !known.containsKey(key)).toList();
    }

    /** Keys of the known completions that are gone. */
    List<String> removed() {
        return cleared.stream().filter(key -> !accepted.containsKey(key)).toList();
    }

    @Nullable Instant clearedAt() {
        return clearedAt;
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
    Map<Aggregate, Earned> deltas(CourseView view) {
        Map<Aggregate, Earned> deltas = new HashMap<>();
        for (BlockCompletion next : accepted.values()) {
            Sums.add(deltas, view, next.blockKey(), next.units() - unitsOf(known.get(next.blockKey())));
        }
        for (String gone : removed()) {
            Sums.add(deltas, view, gone, -unitsOf(known.get(gone)));
        }
        deltas.values().removeIf(Earned::isNothing);
        return deltas;
    }

    private static long unitsOf(@Nullable BlockCompletion completion) {
        return completion == null ? 0 : completion.units();
    }
}

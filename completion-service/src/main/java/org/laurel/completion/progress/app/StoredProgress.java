package org.laurel.completion.progress.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.laurel.completion.progress.db.CompletionStore;
import org.laurel.completion.progress.db.CompletionStore.BlockOf;
import org.laurel.completion.progress.db.ProgressStore;
import org.laurel.completion.progress.db.Situations;
import org.laurel.completion.progress.db.Situations.Situation;
import org.laurel.completion.progress.domain.KnownProgress;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.progress.domain.ProgressDecision;
import org.laurel.completion.progress.domain.ProgressRules;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.app.BlockTypesLock;
import org.laurel.kit.lock.KeyLocks;

/** Reads what the rules need, one statement per table for all learners, and decides. */
@ApplicationScoped
class StoredProgress {

    private final KeyLocks locks;
    private final Situations situations;
    private final ProgressStore sums;
    private final CompletionStore completions;
    private final Clock clock;

    StoredProgress(
            KeyLocks locks, Situations situations, ProgressStore sums, CompletionStore completions, Clock clock) {
        this.locks = locks;
        this.situations = situations;
        this.sums = sums;
        this.completions = completions;
        this.clock = clock;
    }

    /** Decides the commands of each learner in each course run. */
    List<ProgressDecision> decide(Map<CourseLearner, List<ProgressCommand>> commands) {
        // From here on nobody publishes a structure for these course runs, or changes how types count, before we have
        // committed.
        Set<String> held = new TreeSet<>(Set.of(BlockTypesLock.SUBJECT));
        commands.keySet().forEach(key -> held.add(key.courseKey().value()));
        locks.hold(held);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<CourseLearner> recount = commands.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(StoredProgress::countsAgain))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Map<CourseLearner, Situation> found = situations.of(commands.keySet(), recount, now);

        Set<BlockOf> submitted = new HashSet<>();
        Set<BlockOf> above = new HashSet<>();
        Set<CourseLearner> whole = new HashSet<>();
        found.values().forEach(situation -> {
            if (situation.recount()) {
                whole.add(situation.key());
            } else {
                touched(situation, Objects.requireNonNull(commands.get(situation.key())), submitted, above);
            }
        });
        var knownCompletions = completions.load(submitted, whole);
        var knownRows = sums.blocks(above, whole);
        return commands.keySet().stream()
                .map(key -> {
                    Situation situation = Objects.requireNonNull(found.get(key));
                    KnownProgress known = new KnownProgress(
                            key,
                            situation.course(),
                            situation.view(),
                            situation.recount(),
                            situation.standing(),
                            knownCompletions.getOrDefault(key, Map.of()),
                            knownRows.getOrDefault(key, Map.of()));
                    return ProgressRules.decide(known, Objects.requireNonNull(commands.get(key)), now);
                })
                .toList();
    }

    private static boolean countsAgain(ProgressCommand command) {
        return switch (command) {
            case ProgressCommand.Submit submit -> false;
            case ProgressCommand.Clear clear -> true;
            case ProgressCommand.Recount again -> true;
        };
    }

    private static void touched(
            Situation situation, List<ProgressCommand> commands, Set<BlockOf> submitted, Set<BlockOf> above) {
        for (ProgressCommand command : commands) {
            if (command instanceof ProgressCommand.Submit submit) {
                submitted.add(new BlockOf(submit.key(), submit.blockKey()));
                if (situation.view() != null) {
                    situation.view().sharesOf(submit.blockKey()).stream()
                            .filter(share -> !share.aggregate().isCourse())
                            .forEach(share -> above.add(
                                    new BlockOf(submit.key(), share.aggregate().blockKey())));
                }
            }
        }
    }
}

package org.laurel.completion.progress.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.completion.progress.db.CompletionStore;
import org.laurel.completion.progress.db.CompletionStore.BlockOf;
import org.laurel.completion.progress.db.ProgressStore;
import org.laurel.completion.progress.db.Situations;
import org.laurel.completion.progress.db.Situations.Situation;
import org.laurel.completion.progress.domain.KnownProgress;
import org.laurel.completion.progress.domain.KnownProgress.Recount;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.progress.domain.ProgressDecision;
import org.laurel.completion.progress.domain.ProgressRules;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.app.BlockTypesLock;
import org.laurel.completion.structure.domain.ViewChange;
import org.laurel.kit.lock.KeyLocks;

/** Reads what the rules need, one statement per table for all learners of a part, and decides. */
@ApplicationScoped
class StoredProgress {

    /** A learner who is counted again brings all completions and sums along, so only so many are in memory at once. */
    private static final int COUNTED_AGAIN = 100;

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

    /**
     * Learners whose commands are decided together.
     *
     * @param now the time of all parts of one call
     */
    record Part(List<Situation> situations, Map<CourseLearner, List<ProgressCommand>> commands, Instant now) {

        List<ProgressCommand> of(Situation situation) {
            return Objects.requireNonNull(commands.get(situation.key()));
        }
    }

    /**
     * Finds out where the learners stand. Those who are counted from nothing come a hundred in each part, all others in the first, unless
     * the course runs are too many for the memory: then some course runs after others, each part only when the stream comes to it.
     */
    Stream<Part> parts(Map<CourseLearner, List<ProgressCommand>> commands) {
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
        return situations
                .inGroups(commands.keySet(), recount, now)
                .flatMap(found -> parts(found, commands, now).stream());
    }

    private static List<Part> parts(
            Map<CourseLearner, Situation> found, Map<CourseLearner, List<ProgressCommand>> commands, Instant now) {
        Map<Boolean, List<Situation>> byRecount = commands.keySet().stream()
                .filter(found::containsKey)
                .map(key -> Objects.requireNonNull(found.get(key)))
                .collect(Collectors.partitioningBy(one -> isFromNothing(one, commands)));
        List<Situation> again = Objects.requireNonNull(byRecount.get(true));
        List<Situation> first = new ArrayList<>(Objects.requireNonNull(byRecount.get(false)));
        int start = Math.min(COUNTED_AGAIN, again.size());
        first.addAll(again.subList(0, start));
        List<Part> parts = new ArrayList<>(List.of(new Part(first, commands, now)));
        for (int from = start; from < again.size(); from += COUNTED_AGAIN) {
            int to = Math.min(from + COUNTED_AGAIN, again.size());
            parts.add(new Part(again.subList(from, to), commands, now));
        }
        return parts;
    }

    /** Decides the commands of each learner of a part in each course run. */
    List<ProgressDecision> decide(Part part) {
        Set<BlockOf> submitted = new HashSet<>();
        Set<BlockOf> above = new HashSet<>();
        Set<CourseLearner> cleared = new HashSet<>();
        List<CourseLearner> again = new ArrayList<>();
        for (Situation situation : part.situations()) {
            List<ProgressCommand> commands = part.of(situation);
            if (commands.stream().anyMatch(ProgressCommand.Clear.class::isInstance)) {
                cleared.add(situation.key());
            }
            boolean fromNothing = isFromNothing(situation, part.commands());
            if (fromNothing) {
                again.add(situation.key());
            }
            touched(situation, commands, fromNothing, submitted, above);
        }
        submitted.removeIf(block -> cleared.contains(block.key()));
        CompletionStore.Known known = completions.load(submitted, cleared, again);
        var rows = sums.blocks(above, again);
        return part.situations().stream()
                .map(situation -> {
                    CourseLearner key = situation.key();
                    KnownProgress all = new KnownProgress(
                            key,
                            situation.course(),
                            situation.view(),
                            situation.standing() == null
                                    ? null
                                    : new Recount(
                                            situation.standing(),
                                            situation.stored(),
                                            situation.behind(),
                                            isFromNothing(situation, part.commands()) ? null : situation.change(),
                                            known.values().getOrDefault(key, Map.of())),
                            known.completions().getOrDefault(key, Map.of()),
                            rows.getOrDefault(key, Map.of()));
                    return ProgressRules.decide(all, part.of(situation), part.now());
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

    /** Whether all of the learner's completions are needed: what the stored sums miss is not known, or they are not to be trusted. */
    private static boolean isFromNothing(Situation situation, Map<CourseLearner, List<ProgressCommand>> commands) {
        return situation.recount()
                && (situation.change() == null
                        || Objects.requireNonNull(commands.get(situation.key())).stream()
                                .anyMatch(StoredProgress::needsEverything));
    }

    private static boolean needsEverything(ProgressCommand command) {
        return switch (command) {
            case ProgressCommand.Submit submit -> false;
            case ProgressCommand.Clear clear -> true;
            case ProgressCommand.Recount again -> again.fromNothing();
        };
    }

    /** Of learners who are counted from nothing all sums are read anyway. */
    private static void touched(
            Situation situation,
            Collection<ProgressCommand> commands,
            boolean fromNothing,
            Set<BlockOf> submitted,
            Set<BlockOf> above) {
        CourseLearner key = situation.key();
        for (ProgressCommand command : commands) {
            if (command instanceof ProgressCommand.Submit submit) {
                submitted.add(new BlockOf(key, submit.blockKey()));
                if (situation.view() != null && !fromNothing) {
                    situation.view().sharesOf(submit.blockKey()).stream()
                            .filter(share -> !share.aggregate().isCourse())
                            .forEach(share ->
                                    above.add(new BlockOf(key, share.aggregate().blockKey())));
                }
            }
        }
        ViewChange change = situation.change();
        if (change != null && !fromNothing) {
            change.blocks().keySet().forEach(block -> submitted.add(new BlockOf(key, block)));
            change.kept().keySet().forEach(block -> above.add(new BlockOf(key, block)));
            change.gone().forEach(block -> above.add(new BlockOf(key, block)));
        }
    }
}

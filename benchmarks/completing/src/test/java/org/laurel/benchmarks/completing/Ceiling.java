package org.laurel.benchmarks.completing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.laurel.completion.progress.db.CompletionStore;
import org.laurel.completion.progress.db.CompletionStore.BlockOf;
import org.laurel.completion.progress.db.CounterStore;
import org.laurel.completion.progress.db.ProgressStore;
import org.laurel.completion.progress.db.Situations;
import org.laurel.completion.progress.domain.ProgressCommand.Submit;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.Topic;
import org.laurel.kit.inbox.Claim;
import org.laurel.kit.inbox.Inbox;
import org.laurel.kit.outbox.OutboxLine;
import org.laurel.kit.outbox.OutboxTable;

/**
 * The ceiling: the same rows, written by the same statements in batches of the same size, with commit, but from memory. No broker,
 * no reading, no locks, no rules, no JSON.
 */
@ApplicationScoped
class Ceiling {

    private final Inbox inbox;
    private final Situations situations;
    private final CompletionStore completions;
    private final ProgressStore sums;
    private final OutboxTable outbox;

    Ceiling(Inbox inbox, Situations situations, CompletionStore completions, ProgressStore sums, OutboxTable outbox) {
        this.inbox = inbox;
        this.situations = situations;
        this.completions = completions;
        this.sums = sums;
        this.outbox = outbox;
    }

    /** The rows of one transaction. */
    record Batch(
            List<Claim> claims,
            List<CompletionStore.Written> completions,
            List<ProgressStore.WrittenCourse> courses,
            List<ProgressStore.WrittenBlock> blocks,
            List<CounterStore.Moved> moved,
            List<OutboxLine> events) {}

    /**
     * Prepares the rows that are stored after the service has taken the commands in, each of another learner.
     *
     * @param above the blocks whose sums each command moves, by leaf
     * @param bodies of the events of a learner, with their types
     * @param moved what one batch adds to the course run's numbers
     */
    List<Batch> prepare(
            List<Submit> commands,
            int size,
            Map<String, List<String>> above,
            List<Map.Entry<String, String>> bodies,
            List<CounterStore.Moved> moved) {
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < commands.size(); from += size) {
            batches.add(batch(commands.subList(from, Math.min(commands.size(), from + size)), above, bodies, moved));
        }
        return batches;
    }

    private Batch batch(
            List<Submit> commands,
            Map<String, List<String>> above,
            List<Map.Entry<String, String>> bodies,
            List<CounterStore.Moved> moved) {
        Set<BlockOf> leaves = new HashSet<>();
        Set<BlockOf> blocks = new HashSet<>();
        List<Claim> claims = new ArrayList<>();
        List<OutboxLine> events = new ArrayList<>();
        for (Submit command : commands) {
            leaves.add(new BlockOf(command.key(), command.blockKey()));
            Objects.requireNonNull(above.get(command.blockKey()))
                    .forEach(block -> blocks.add(new BlockOf(command.key(), block)));
            String learner = command.key().learnerId().value();
            claims.add(Claim.of(
                    "/bench",
                    "completion-of-learner-number-" + learner,
                    Instant.now(),
                    Instant.now(),
                    learner.getBytes(StandardCharsets.UTF_8)));
            bodies.forEach(body -> events.add(
                    new OutboxLine(Topic.COMPLETIONS, learner, body.getKey(), 1L, command.cause(), body.getValue())));
        }
        List<CourseLearner> learners = commands.stream().map(Submit::key).toList();
        List<CompletionStore.Written> written = new ArrayList<>();
        completions
                .load(leaves, List.of())
                .forEach((learner, found) ->
                        found.values().forEach(one -> written.add(new CompletionStore.Written(learner, one))));
        List<ProgressStore.WrittenBlock> rows = new ArrayList<>();
        sums.blocks(blocks, List.of())
                .forEach((learner, found) ->
                        found.values().forEach(one -> rows.add(new ProgressStore.WrittenBlock(learner, one))));
        List<ProgressStore.WrittenCourse> courses = situations.of(learners, Set.of(), Instant.now()).values().stream()
                .map(one -> new ProgressStore.WrittenCourse(one.key(), one.course()))
                .toList();
        return new Batch(claims, written, courses, rows, moved, events);
    }

    /** Writes the batches, each in a transaction. */
    void write(List<Batch> batches, boolean claimed) {
        for (Batch batch : batches) {
            QuarkusTransaction.requiringNew().run(() -> {
                if (claimed) {
                    inbox.claim(batch.claims());
                }
                completions.save(batch.completions(), List.of());
                sums.save(batch.courses(), batch.blocks(), List.of(), batch.moved());
                outbox.insert(batch.events());
            });
        }
    }
}

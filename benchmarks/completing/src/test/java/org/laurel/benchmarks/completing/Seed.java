package org.laurel.benchmarks.completing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.app.StructurePublishing;
import org.laurel.completion.structure.domain.Publish;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.Sql;

/** Course runs with enrolled learners who have completed some of the leaves: the state that rounds start from. */
@ApplicationScoped
class Seed {

    static final Instant START = Instant.parse("2026-01-02T00:00:00Z");
    static final Cause CAUSE = Cause.of("/bench", "seed");

    private static final int CHUNK = 50;

    private final StructurePublishing publishing;
    private final ProgressAccounting accounting;
    private final Sql sql;

    Seed(StructurePublishing publishing, ProgressAccounting accounting, Sql sql) {
        this.publishing = publishing;
        this.accounting = accounting;
        this.sql = sql;
    }

    static LearnerId learner(int number) {
        return new LearnerId(String.format("%08d", number));
    }

    static CourseLearner key(Course course, int number) {
        return new CourseLearner(course.key(), learner(number));
    }

    /** What a learner says of a leaf, the nth time. */
    static ProgressCommand.Submit submit(Course course, int learner, String leaf, long units, int nth) {
        FactOrder place = new FactOrder(START.plusSeconds(nth), FactOrder.NO_SEQUENCE, 0, "/bench", "event" + nth);
        return new ProgressCommand.Submit(key(course, learner), leaf, units, place, false, CAUSE);
    }

    void publish(Course course) {
        publishing.apply(List.of(new Publish(
                course.key(),
                course.structure().version(),
                course.structure().root(),
                course.structure().blocks(),
                course.structure().occurredAt(),
                false,
                CAUSE)));
    }

    void empty() {
        sql.update(
                "truncate inbox, outbox, parked_event, key_lock, job, learner, enrollment, block_completion,"
                        + " course_progress, block_progress, completion_counter, completion_counter_delta restart identity cascade");
        // Their ids must not come back: what is known of them lies in memory.
        sql.update("truncate course_structure continue identity");
    }

    /**
     * Publishes a course; learners 0 to count - 1 are enrolled and have completed the leaves that {@link #completed} names.
     *
     * @param every each how manyth leaf is completed, counted from the last one
     */
    void plant(Course course, int count, int every) {
        publish(course);
        QuarkusTransaction.requiringNew()
                .timeout(3_600)
                .run(() -> write(course.key(), completed(course, every), count));
        sql.update("analyze");
        count(course, count);
        settle();
    }

    /** The last leaf, and every so manyth one before it. */
    static List<String> completed(Course course, int every) {
        List<String> leaves = course.leaves();
        return IntStream.range(0, leaves.size())
                .filter(i -> (leaves.size() - 1 - i) % every == 0)
                .mapToObj(leaves::get)
                .toList();
    }

    private void write(CourseKey courseKey, List<String> completed, int count) {
        sql.update("""
                insert into learner (learner_id, username, occurred_at)
                select lpad(n::text, 8, '0'), 'user' || lpad(n::text, 8, '0'), '2026-01-01T00:00:00Z'
                from generate_series(0, ? - 1) n on conflict do nothing
                """, count);
        sql.update("""
                insert into enrollment (learner_id, course_key, is_active, version, mode)
                select lpad(n::text, 8, '0'), ?, true, 1, 'audit' from generate_series(0, ? - 1) n
                """, courseKey.value(), count);
        sql.update("""
                insert into block_completion (course_key, learner_id, block_key, completion, occurred_at, sequence, source,
                                              event_id, changed_at)
                select ?, lpad(n::text, 8, '0'), leaf, 1000000000, '2026-01-01T12:00:00Z', ?, '/bench',
                       '7f9c2ba4-e88f-4b1d-a6f1-0c5f2b6f' || lpad(n::text, 4, '0'), '2026-01-01T12:00:00Z'
                from generate_series(0, ? - 1) n cross join unnest(?::text[]) leaf
                """, courseKey.value(), FactOrder.NO_SEQUENCE, count, completed.toArray(String[]::new));
    }

    /** Counts learners 0 to count - 1 again, from their completions. */
    void count(Course course, int count) {
        for (int from = 0; from < count; from += CHUNK) {
            accounting.apply(IntStream.range(from, Math.min(count, from + CHUNK))
                    .<ProgressCommand>mapToObj(
                            number -> new ProgressCommand.Recount(key(course, number), START, true, CAUSE))
                    .toList());
        }
    }

    private void settle() {
        sql.update("update job set state = 'done' where state in ('waiting', 'running')");
        sql.update("truncate outbox restart identity");
        sql.update("analyze");
    }
}

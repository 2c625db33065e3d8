package org.laurel.benchmarks.enrolling;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.audit.db.ManualEnrollmentTable;
import org.laurel.enrollment.audit.domain.ManualEnrollment;
import org.laurel.enrollment.audit.domain.StateTransition;
import org.laurel.enrollment.bulk.db.BulkRowTable;
import org.laurel.enrollment.bulk.db.BulkRowTable.BulkRow;
import org.laurel.enrollment.bulk.domain.BulkItem;
import org.laurel.enrollment.bulk.domain.BulkResult;
import org.laurel.enrollment.bulk.domain.Standing;
import org.laurel.enrollment.enrollment.db.EnrollmentTable;
import org.laurel.enrollment.enrollment.domain.Enrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.fact.db.NewestFacts;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.events.Topic;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.outbox.OutboxLine;
import org.laurel.kit.outbox.OutboxTable;

/**
 * The ceiling of a bulk enrollment: the same rows, written by the same statements in transactions of the same size, with
 * triggers and commit, but from memory: the rows of the list, what they lead to, and what became of them. No list to read, no
 * look-ups, no locks, no rules, no JSON.
 */
@ApplicationScoped
class BulkCeiling {

    private static final Cause CAUSE = Cause.of("/bench", "ceiling");

    private final BulkRowTable rows;
    private final EnrollmentTable enrollments;
    private final NewestFacts newest;
    private final ManualEnrollmentTable audit;
    private final OutboxTable outbox;

    BulkCeiling(
            BulkRowTable rows,
            EnrollmentTable enrollments,
            NewestFacts newest,
            ManualEnrollmentTable audit,
            OutboxTable outbox) {
        this.rows = rows;
        this.enrollments = enrollments;
        this.newest = newest;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** The rows of one transaction. */
    record Batch(
            long listId,
            long firstLine,
            List<BulkItem> items,
            List<EnrollmentTable.Change> changes,
            Map<Subject, FactOrder> places,
            List<ManualEnrollment> audit,
            List<OutboxLine> events,
            List<BulkRow> rows,
            List<BulkResult> results) {}

    /**
     * Prepares the rows for the learners between two numbers, as rows of a list that has one row already.
     *
     * @param bodies of the two events that tell of a learner's first enrollment, by type
     */
    static Batch prepare(long listId, int from, int to, Map<String, SampleEvent> bodies) {
        Instant now = Instant.now();
        Batch batch = new Batch(
                listId,
                from + 2L,
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        for (int number = from; number < to; number++) {
            EnrollmentKey key = new EnrollmentKey(Seed.learner(number), Seed.COURSE);
            BulkItem item = new BulkItem(Seed.username(number), Seed.COURSE.value(), null);
            Enrollment enrollment = Enrollment.created(key, "audit", true, now);
            batch.items().add(item);
            batch.rows().add(new BulkRow(number + 2L, item, null));
            batch.results().add(BulkResult.done(item, Standing.of(null, false), Standing.of(enrollment, false)));
            batch.changes().add(new EnrollmentTable.Change(enrollment, CAUSE));
            batch.places()
                    .put(key.subject(), new FactOrder(now, FactOrder.NO_SEQUENCE, 3, "/enrollment", "c" + number));
            batch.audit()
                    .add(new ManualEnrollment(
                            key.learnerId().value(),
                            Seed.COURSE,
                            CAUSE.by(),
                            Seed.account(number).email(),
                            now,
                            StateTransition.UNENROLLED_TO_ENROLLED,
                            null,
                            null,
                            CAUSE.id()));
            bodies.forEach((type, event) -> batch.events()
                    .add(new OutboxLine(event.topic(), key.learnerId().value(), type, 1L, CAUSE, event.body())));
        }
        return batch;
    }

    /** An event as the service publishes it. */
    record SampleEvent(Topic topic, String body) {}

    /** Writes the rows as a list that is sent first and then worked off: in two transactions. */
    void write(Batch batch) {
        QuarkusTransaction.requiringNew().run(() -> rows.add(batch.listId(), batch.firstLine(), batch.items()));
        QuarkusTransaction.requiringNew().run(() -> {
            enrollments.save(batch.changes());
            newest.keep(batch.places());
            audit.add(batch.audit());
            outbox.insert(batch.events());
            rows.settle(batch.listId(), batch.rows(), batch.results());
        });
    }
}

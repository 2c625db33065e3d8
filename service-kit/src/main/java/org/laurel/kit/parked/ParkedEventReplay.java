package org.laurel.kit.parked;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.laurel.kit.consume.EventBatch;
import org.laurel.kit.event.UnprocessableEvent;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.sql.Failures;

/** What operators do with parked events: let one take its way again, or drop it for good. */
@ApplicationScoped
public class ParkedEventReplay {

    private final ParkedEvents parked;
    private final EventBatch batch;

    ParkedEventReplay(ParkedEvents parked, EventBatch batch) {
        this.parked = parked;
        this.batch = batch;
    }

    /**
     * Handles the record again, and resolves it when that works.
     *
     * @throws ProblemException 404 when no such event is parked, 422 with the reason when it still cannot be handled
     */
    @Transactional
    public void replay(long id, String by) {
        var record = parked.open(id).orElseThrow(() -> unknown(id));
        try {
            batch.handleAlone(record);
        } catch (RuntimeException failure) {
            if (Failures.isTransient(failure)) {
                throw failure;
            }
            UnprocessableEvent reason = EventBatch.reason(failure);
            throw new ProblemException(Problem.of(422, reason.code(), reason.detail()));
        }
        parked.resolve(id, "replayed", by);
    }

    /**
     * Drops the record.
     *
     * @throws ProblemException 404 when no such event is parked
     */
    @Transactional
    public void discard(long id, String by) {
        if (parked.open(id).isEmpty()) {
            throw unknown(id);
        }
        parked.resolve(id, "discarded", by);
    }

    private static ProblemException unknown(long id) {
        return new ProblemException(Problem.of(404, "parked_event_not_found", "no event " + id + " is parked"));
    }
}

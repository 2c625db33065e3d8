package org.laurel.kit.consume;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.event.UnprocessableEvent;
import org.laurel.kit.parked.ParkedEvents;
import org.laurel.kit.sql.Failures;

/**
 * Handles records: all of them in one transaction when that works. When it does not, each half is tried in a transaction of
 * its own, and so on down to single records, so that a bad record costs only itself and its neighbours stay cheap.
 *
 * <p>When {@link #handle} returns, every record has had its effect, was a repeat, was ignored because nobody here wants it, or
 * is parked; the caller may acknowledge. When it throws, the same records may be handed in again.
 *
 * <p>Before anything of the records in hand commits, {@link ParkedShare} is asked about all that would be parked. So halves are
 * first rehearsed in transactions that roll back, and only then are the good records and the parked ones committed, together.
 * Records that pass their rehearsals and still fail, because of what others of the poll do, are found by committing halves;
 * parked records are committed last in that case too.
 */
@ApplicationScoped
public class EventBatch {

    private static final Logger LOG = Logger.getLogger(EventBatch.class);
    private static final String UNFORESEEN = "failed";

    private final RecordReading reading;
    private final Application application;
    private final Rehearsal rehearsal;
    private final ParkedShare share;
    private final ConsumptionHold hold;
    private final ParkedEvents parked;
    private final ConsumptionMetrics metrics;
    private volatile boolean isOver;

    EventBatch(
            RecordReading reading,
            Application application,
            Rehearsal rehearsal,
            ParkedShare share,
            ConsumptionHold hold,
            ParkedEvents parked,
            ConsumptionMetrics metrics) {
        this.reading = reading;
        this.application = application;
        this.rehearsal = rehearsal;
        this.share = share;
        this.hold = hold;
        this.parked = parked;
        this.metrics = metrics;
    }

    /**
     * From now on what handlers need is taken down: a record that fails without being told to be unprocessable may be a good one,
     * so it is not parked, and whoever comes next handles it.
     */
    void end() {
        isOver = true;
    }

    private boolean isNoFaultOfARecord(Throwable failure) {
        return Failures.isTransient(failure)
                || (isOver && reason(failure).code().equals(UNFORESEEN));
    }

    /**
     * Handles records that are a whole poll.
     *
     * @throws org.laurel.kit.brake.BrakeEngaged as {@link #handle(List, PollTally)} does
     * @throws RuntimeException as it does
     */
    public void handle(List<RawRecord> records) {
        handle(records, new PollTally(records.size()));
    }

    /**
     * Handles records of one poll.
     *
     * @param poll counts what is parked of the poll, these records included
     * @throws org.laurel.kit.brake.BrakeEngaged when a brake holds the poll back; none of the records has been parked
     * @throws RuntimeException a failure of infrastructure, for which {@link Failures#isTransient} is true; once the service is
     *     being taken down, any failure that no record is to blame for
     */
    void handle(List<RawRecord> records, PollTally poll) {
        List<ReadRecord<?>> readable = new ArrayList<>(records.size());
        List<Refusal> refused = new ArrayList<>();
        for (RawRecord record : records) {
            try {
                reading.read(record).ifPresent(readable::add);
            } catch (RuntimeException | Error failure) {
                if (isNoFaultOfARecord(failure)) {
                    throw failure;
                }
                refused.add(new Refusal(record, reason(failure)));
            }
        }
        int ignored = records.size() - readable.size() - refused.size();
        share.check(refused, poll);
        if (!readable.isEmpty() || !refused.isEmpty()) {
            handle(readable, refused, poll);
        }
        metrics.ignored(ignored);
    }

    private void handle(List<ReadRecord<?>> readable, List<Refusal> refused, PollTally poll) {
        if (commits(readable, refused, poll)) {
            return;
        }
        List<ReadRecord<?>> good = readable;
        List<Refusal> bad = new ArrayList<>(refused);
        if (share.mayBrake()) {
            good = new ArrayList<>(readable.size());
            rehearse(readable, good, bad, poll);
            if (commits(good, bad, poll)) {
                return;
            }
        }
        if (!good.isEmpty()) {
            commitHalves(good, bad);
        }
        share.check(bad, poll);
        commit(List.of(), bad, poll);
    }

    /**
     * Handles one record in one transaction, for a replay.
     *
     * @throws RuntimeException whatever stands in its way; nothing has happened then
     */
    public void handleAlone(RawRecord record) {
        reading.read(record)
                .ifPresent(
                        one -> metrics.applied(QuarkusTransaction.requiringNew().call(() -> applyAlone(one))));
    }

    /** Commits readable records and parks the refused ones; false when a record stands in the way, and nothing happened. */
    private boolean commits(List<ReadRecord<?>> readable, List<Refusal> refused, PollTally poll) {
        try {
            commit(readable, refused, poll);
            return true;
        } catch (RuntimeException | Error failure) {
            if (readable.isEmpty() || isNoFaultOfARecord(failure)) {
                throw failure;
            }
            return false;
        }
    }

    /** The tally is of what is committed, so it is told afterwards. */
    private void commit(List<ReadRecord<?>> readable, List<Refusal> refused, PollTally poll) {
        List<Refusal> all = new ArrayList<>(refused);
        metrics.applied(QuarkusTransaction.requiringNew().call(() -> apply(readable, all, poll)));
        poll.add(all);
    }

    /** Applies records and parks the refused ones, to which those are added that carry another fact under a known id. */
    private Applied apply(List<ReadRecord<?>> readable, List<Refusal> all, PollTally poll) {
        Applied applied = readable.isEmpty() ? Applied.NOTHING : application.apply(readable);
        applied.reused().forEach(record -> all.add(new Refusal(record.raw(), reused())));
        share.check(all, poll);
        hold.refuseWhileBraked();
        all.forEach(one ->
                parked.park(one.record(), one.reason().code(), one.reason().detail()));
        return applied;
    }

    /** Sorts records into good and bad ones without any effect; ends as soon as the bad ones are too many. */
    private void rehearse(List<ReadRecord<?>> records, List<ReadRecord<?>> good, List<Refusal> bad, PollTally poll) {
        try {
            rehearsal.apply(records);
            good.addAll(records);
        } catch (RuntimeException | Error failure) {
            if (isNoFaultOfARecord(failure)) {
                throw failure;
            }
            if (records.size() == 1) {
                bad.add(new Refusal(records.getFirst().raw(), told(failure)));
                share.check(bad, poll);
            } else {
                rehearse(records.subList(0, records.size() / 2), good, bad, poll);
                rehearse(records.subList(records.size() / 2, records.size()), good, bad, poll);
            }
        }
    }

    private void commitHalves(List<ReadRecord<?>> records, List<Refusal> bad) {
        try {
            Applied applied = QuarkusTransaction.requiringNew().call(() -> applyUnlessBraked(records));
            metrics.applied(applied);
            applied.reused().forEach(record -> bad.add(new Refusal(record.raw(), reused())));
        } catch (RuntimeException | Error failure) {
            if (isNoFaultOfARecord(failure)) {
                throw failure;
            }
            if (records.size() == 1) {
                bad.add(new Refusal(records.getFirst().raw(), told(failure)));
            } else {
                commitHalves(records.subList(0, records.size() / 2), bad);
                commitHalves(records.subList(records.size() / 2, records.size()), bad);
            }
        }
    }

    private Applied applyUnlessBraked(List<ReadRecord<?>> records) {
        Applied applied = application.apply(records);
        hold.refuseWhileBraked();
        return applied;
    }

    private Applied applyAlone(ReadRecord<?> record) {
        Applied applied = application.apply(List.of(record));
        if (!applied.reused().isEmpty()) {
            throw reused();
        }
        return applied;
    }

    private static UnprocessableEvent reused() {
        return new UnprocessableEvent("id_reused", "another fact was sent under the same source and id");
    }

    /** The reason; where a handler failed in a way that it did not foresee is logged, for whoever has to mend it. */
    private static UnprocessableEvent told(Throwable failure) {
        UnprocessableEvent reason = reason(failure);
        if (reason.code().equals(UNFORESEEN)) {
            LOG.errorf("A record cannot be handled: %s", Failures.origin(failure));
        }
        return reason;
    }

    /** Why a record cannot be handled, in words that are safe to show: they quote no values. */
    public static UnprocessableEvent reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnprocessableEvent unprocessable) {
                return unprocessable;
            }
        }
        return new UnprocessableEvent(UNFORESEEN, Failures.describe(failure));
    }
}

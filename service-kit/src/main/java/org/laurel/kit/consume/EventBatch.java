package org.laurel.kit.consume;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laurel.events.EventBody;
import org.laurel.events.EventType;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandlers;
import org.laurel.kit.event.EventReader;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.event.UnprocessableEvent;
import org.laurel.kit.inbox.Claim;
import org.laurel.kit.parked.ParkedEvents;
import org.laurel.kit.sql.Failures;

/**
 * Handles records: all of them in one transaction when that works. When it does not, each half is tried in a transaction of
 * its own, and so on down to single records, so that a bad record costs only itself and its neighbours stay cheap.
 *
 * <p>When {@link #handle} returns, every record has had its effect, was a repeat, was ignored because nobody here wants it, or
 * is parked; the caller may acknowledge. When it throws, nothing of the failing transaction has happened and the same records
 * may be handed in again.
 */
@ApplicationScoped
public class EventBatch {

    private final EventReader reader;
    private final EventHandlers handlers;
    private final Application application;
    private final ParkedEvents parked;
    private final ConsumptionMetrics metrics;
    private final Clock clock;

    EventBatch(
            EventReader reader,
            EventHandlers handlers,
            Application application,
            ParkedEvents parked,
            ConsumptionMetrics metrics,
            Clock clock) {
        this.reader = reader;
        this.handlers = handlers;
        this.application = application;
        this.parked = parked;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Handles records of one poll.
     *
     * @throws RuntimeException a failure of infrastructure, for which {@link Failures#isTransient} is true
     */
    public void handle(List<RawRecord> records) {
        List<ReadRecord<?>> readable = new ArrayList<>(records.size());
        int ignored = 0;
        for (RawRecord record : records) {
            try {
                Optional<ReadRecord<?>> read = read(record);
                read.ifPresent(readable::add);
                ignored += read.isPresent() ? 0 : 1;
            } catch (UnprocessableEvent refused) {
                QuarkusTransaction.requiringNew().run(() -> park(record, refused));
            }
        }
        if (!readable.isEmpty()) {
            apply(readable);
        }
        metrics.ignored(ignored);
    }

    /**
     * Handles one record in one transaction, for a replay.
     *
     * @throws RuntimeException whatever stands in its way; nothing has happened then
     */
    public void handleAlone(RawRecord record) {
        read(record)
                .ifPresent(
                        one -> metrics.applied(QuarkusTransaction.requiringNew().call(() -> applyAlone(one))));
    }

    private void apply(List<ReadRecord<?>> records) {
        try {
            metrics.applied(QuarkusTransaction.requiringNew().call(() -> applyTogether(records)));
        } catch (RuntimeException | Error failure) {
            if (Failures.isTransient(failure)) {
                throw failure;
            }
            if (records.size() == 1) {
                RawRecord bad = records.getFirst().raw();
                QuarkusTransaction.requiringNew().run(() -> park(bad, reason(failure)));
            } else {
                apply(records.subList(0, records.size() / 2));
                apply(records.subList(records.size() / 2, records.size()));
            }
        }
    }

    private Applied applyTogether(List<ReadRecord<?>> records) {
        Applied applied = application.apply(records);
        applied.reused().forEach(record -> park(record.raw(), reused()));
        return applied;
    }

    private Applied applyAlone(ReadRecord<?> record) {
        Applied applied = application.apply(List.of(record));
        if (!applied.reused().isEmpty()) {
            throw reused();
        }
        return applied;
    }

    private Optional<ReadRecord<?>> read(RawRecord record) {
        EventReader.Attributes attributes = reader.attributes(record);
        return handlers.wanted(attributes.required("type")).map(type -> readAs(type, record, attributes));
    }

    private <B extends EventBody> ReadRecord<B> readAs(
            EventType<B> type, RawRecord record, EventReader.Attributes attributes) {
        Instant now = clock.instant();
        Event<B> event = reader.read(record, attributes, type, now);
        byte[] value = record.value() == null ? new byte[0] : record.value();
        return new ReadRecord<>(
                record, event, Claim.of(event.source().toString(), event.id(), event.time(), now, value));
    }

    private void park(RawRecord record, UnprocessableEvent reason) {
        parked.park(record, reason.code(), reason.detail());
    }

    private static UnprocessableEvent reused() {
        return new UnprocessableEvent("id_reused", "another fact was sent under the same source and id");
    }

    /** Why a record cannot be handled, in words that are safe to show: they quote no values. */
    public static UnprocessableEvent reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnprocessableEvent unprocessable) {
                return unprocessable;
            }
        }
        return new UnprocessableEvent("failed", Failures.describe(failure));
    }
}

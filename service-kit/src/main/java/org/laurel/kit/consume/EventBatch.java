package org.laurel.kit.consume;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionSemantics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.laurel.events.EventBody;
import org.laurel.events.EventType;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.kit.event.EventHandlers;
import org.laurel.kit.event.EventReader;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.event.UnprocessableEvent;
import org.laurel.kit.inbox.Claim;
import org.laurel.kit.inbox.Inbox;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.parked.ParkedEvents;
import org.laurel.kit.sql.Failures;

/**
 * Handles records: all of them in one transaction when that works, otherwise each in one of its own, so that a bad record
 * costs only itself.
 *
 * <p>When {@link #handle} returns, every record has had its effect, was a repeat, was ignored because nobody here wants it, or
 * is parked; the caller may acknowledge. When it throws, nothing of the failing transaction has happened and the same records
 * may be handed in again.
 */
@ApplicationScoped
public class EventBatch {

    private final EventReader reader;
    private final EventHandlers handlers;
    private final Inbox inbox;
    private final KeyLocks locks;
    private final ParkedEvents parked;
    private final ConsumptionMetrics metrics;
    private final Clock clock;

    EventBatch(
            EventReader reader,
            EventHandlers handlers,
            Inbox inbox,
            KeyLocks locks,
            ParkedEvents parked,
            ConsumptionMetrics metrics,
            Clock clock) {
        this.reader = reader;
        this.handlers = handlers;
        this.inbox = inbox;
        this.locks = locks;
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
        List<Read<?>> readable = new ArrayList<>(records.size());
        for (RawRecord record : records) {
            try {
                read(record).ifPresentOrElse(readable::add, metrics::ignored);
            } catch (UnprocessableEvent refused) {
                park(record, refused.code(), refused.detail());
            }
        }
        if (!readable.isEmpty()) {
            applyTogether(readable);
        }
    }

    /**
     * Handles one record in one transaction, for a replay.
     *
     * @throws RuntimeException whatever stands in its way; nothing has happened then
     */
    public void handleAlone(RawRecord record) {
        read(record).ifPresent(one -> transaction(() -> apply(List.of(one))));
    }

    private void applyTogether(List<Read<?>> records) {
        try {
            transaction(() -> apply(records));
        } catch (RuntimeException failure) {
            if (Failures.isTransient(failure)) {
                throw failure;
            }
            records.forEach(this::applyAlone);
        }
    }

    private void applyAlone(Read<?> record) {
        try {
            transaction(() -> apply(List.of(record)));
        } catch (RuntimeException failure) {
            if (Failures.isTransient(failure)) {
                throw failure;
            }
            UnprocessableEvent reason = reason(failure);
            park(record.raw(), reason.code(), reason.detail());
        }
    }

    private void apply(List<Read<?>> records) {
        List<Read<?>> fresh = claim(records);
        if (fresh.isEmpty()) {
            return;
        }
        Set<String> keys = new TreeSet<>();
        Map<EventType<?>, List<Event<?>>> byType = new LinkedHashMap<>();
        for (Read<?> record : fresh) {
            keys.add(record.event().body().key());
            byType.computeIfAbsent(record.event().type(), type -> new ArrayList<>())
                    .add(record.event());
        }
        locks.lock(keys);
        byType.forEach(this::dispatch);
        metrics.handled(fresh.size());
    }

    private List<Read<?>> claim(List<Read<?>> records) {
        Map<Claim.Identity, Read<?>> first = new LinkedHashMap<>();
        List<Read<?>> conflicting = new ArrayList<>();
        for (Read<?> record : records) {
            Read<?> other = first.putIfAbsent(record.claim().identity(), record);
            if (other != null && other.claim().bodyHash() != record.claim().bodyHash()) {
                conflicting.add(record);
            }
        }
        Set<Claim> fresh = inbox.claim(first.values().stream().map(Read::claim).toList());
        List<Read<?>> known = first.values().stream()
                .filter(record -> !fresh.contains(record.claim()))
                .toList();
        Set<Claim> repeats = inbox.repeats(known.stream().map(Read::claim).toList());
        known.stream().filter(record -> !repeats.contains(record.claim())).forEach(conflicting::add);
        for (Read<?> record : conflicting) {
            parked.park(record.raw(), "id_reused", "another fact was sent under the same source and id");
        }
        metrics.repeated(records.size() - fresh.size() - conflicting.size());
        return first.values().stream()
                .filter(record -> fresh.contains(record.claim()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private <B extends EventBody> void dispatch(EventType<?> type, List<Event<?>> events) {
        for (EventHandler<?> handler : handlers.of(type)) {
            ((EventHandler<B>) handler).handle((List<Event<B>>) (List<?>) events);
        }
    }

    private Optional<Read<?>> read(RawRecord record) {
        EventReader.Attributes attributes = reader.attributes(record);
        return handlers.wanted(attributes.required("type")).map(type -> readAs(type, record, attributes));
    }

    private <B extends EventBody> Read<B> readAs(
            EventType<B> type, RawRecord record, EventReader.Attributes attributes) {
        Event<B> event = reader.read(record, attributes, type, clock.instant());
        byte[] value = record.value() == null ? new byte[0] : record.value();
        Claim claim = Claim.of(event.source().toString(), event.id(), event.time(), clock.instant(), value);
        return new Read<>(record, event, claim);
    }

    private void park(RawRecord record, String code, String detail) {
        transaction(() -> parked.park(record, code, detail));
    }

    private static void transaction(Runnable work) {
        QuarkusTransaction.runner(TransactionSemantics.REQUIRE_NEW).run(work);
    }

    /** Why a record cannot be handled, in words that are safe to show. */
    public static UnprocessableEvent reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnprocessableEvent unprocessable) {
                return unprocessable;
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new UnprocessableEvent("failed", root.getClass().getSimpleName() + ": " + root.getMessage());
    }

    private record Read<B extends EventBody>(RawRecord raw, Event<B> event, Claim claim) {}
}

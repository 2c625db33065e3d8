package org.laurel.kit.consume;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.laurel.events.EventBody;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.kit.event.EventHandlers;
import org.laurel.kit.inbox.Claim;
import org.laurel.kit.inbox.Inbox;
import org.laurel.kit.lock.KeyLocks;

/** Applies records in the current transaction: claims them, locks their keys and calls the handlers of the new ones. */
@ApplicationScoped
class Application {

    private final EventHandlers handlers;
    private final Inbox inbox;
    private final KeyLocks locks;
    private final Consumption consumption;

    Application(EventHandlers handlers, Inbox inbox, KeyLocks locks, Consumption consumption) {
        this.handlers = handlers;
        this.inbox = inbox;
        this.locks = locks;
        this.consumption = consumption;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Applied apply(List<ReadRecord<?>> records) {
        consumption.begin();
        Map<Claim.Identity, ReadRecord<?>> first = new LinkedHashMap<>();
        List<ReadRecord<?>> known = new ArrayList<>();
        for (ReadRecord<?> record : records) {
            ReadRecord<?> other = first.putIfAbsent(record.claim().identity(), record);
            if (other != null && other.claim().bodyHash() != record.claim().bodyHash()) {
                known.add(record);
            }
        }
        Set<Claim> claimed =
                inbox.claim(first.values().stream().map(ReadRecord::claim).toList());
        List<ReadRecord<?>> fresh = new ArrayList<>(first.size());
        first.values().forEach(record -> (claimed.contains(record.claim()) ? fresh : known).add(record));
        Set<Claim> repeats = inbox.repeats(known.stream().map(ReadRecord::claim).toList());
        List<ReadRecord<?>> reused = new ArrayList<>(known);
        reused.removeIf(record -> repeats.contains(record.claim()));
        handle(fresh);
        return new Applied(fresh.size(), records.size() - fresh.size() - reused.size(), reused);
    }

    private void handle(List<ReadRecord<?>> fresh) {
        Set<String> keys = new TreeSet<>();
        Map<EventHandler<?>, List<Event<?>>> byHandler = new LinkedHashMap<>();
        for (ReadRecord<?> record : fresh) {
            keys.add(record.event().body().key());
            for (EventHandler<?> handler : handlers.of(record.event().type())) {
                byHandler.computeIfAbsent(handler, wanting -> new ArrayList<>()).add(record.event());
            }
        }
        locks.lock(keys);
        byHandler.forEach(Application::handle);
    }

    @SuppressWarnings("unchecked")
    private static <B extends EventBody> void handle(EventHandler<B> handler, List<Event<?>> events) {
        handler.handle((List<Event<B>>) (List<?>) events);
    }
}

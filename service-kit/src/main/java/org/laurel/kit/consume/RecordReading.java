package org.laurel.kit.consume;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.EventType;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.kit.event.EventHandlers;
import org.laurel.kit.event.EventReader;
import org.laurel.kit.event.ForeignFormat;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.event.ValueLimits;
import org.laurel.kit.flow.Arrival;
import org.laurel.kit.inbox.Claim;

/**
 * Reads records in the format that recognises them, as CloudEvents when none does. A value that is too large is not read at
 * all, unless the headers already tell that nobody here wants it.
 */
@Singleton
class RecordReading {

    private final EventReader reader;
    private final EventHandlers handlers;
    private final List<ForeignFormat> formats;
    private final ValueLimits limits;
    private final Clock clock;

    RecordReading(
            EventReader reader,
            EventHandlers handlers,
            @All List<ForeignFormat> formats,
            ValueLimits limits,
            Clock clock) {
        this.limits = limits;
        this.reader = reader;
        this.handlers = handlers;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * Reads a record and has its handlers screen it; empty when nobody here wants it.
     *
     * @throws org.laurel.kit.event.UnprocessableEvent when it can never be handled as it is
     */
    Optional<ReadRecord<?>> read(RawRecord record) {
        Instant now = clock.instant();
        for (ForeignFormat format : formats) {
            if (format.recognises(record)) {
                if (!format.wants(record)) {
                    return Optional.empty();
                }
                limits.require(record);
                return format.read(record, now)
                        .map(event -> claimed(event, null, record, format.compared(record), now));
            }
        }
        if (!EventReader.hasAttributesInHeaders(record)) {
            limits.require(record);
        }
        EventReader.Attributes attributes = reader.attributes(record);
        return handlers.wanted(attributes.required("type")).map(type -> readAs(type, record, attributes, now));
    }

    private <B extends EventBody> ReadRecord<B> readAs(
            EventType<B> type, RawRecord record, EventReader.Attributes attributes, Instant now) {
        limits.require(record);
        return claimed(
                reader.read(record, attributes, type, now),
                attributes.value("causationid"),
                record,
                attributes.data().bytes(),
                now);
    }

    private <B extends EventBody> ReadRecord<B> claimed(
            Event<B> event, @Nullable String causationId, RawRecord record, byte[] value, Instant now) {
        handlers.of(event.type()).forEach(handler -> screen(handler, event));
        Claim claim = Claim.of(event.source().toString(), event.id(), event.time(), now, value);
        return new ReadRecord<>(record, event, claim.arriving(Arrival.of(event, causationId)));
    }

    @SuppressWarnings("unchecked")
    private static <B extends EventBody> void screen(EventHandler<?> handler, Event<B> event) {
        ((EventHandler<B>) handler).screen(event);
    }
}

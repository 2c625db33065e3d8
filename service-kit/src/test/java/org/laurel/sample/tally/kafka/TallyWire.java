package org.laurel.sample.tally.kafka;

import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.ForeignFormat;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.event.UnprocessableEvent;
import org.laurel.kit.outbox.WaitingEvent;
import org.laurel.kit.outbox.WireEncoding;
import org.laurel.kit.outbox.WireRecord;
import org.laurel.kit.sql.PassingFailure;

/**
 * Another wire: {@code learner|amount} as the value, perhaps with a {@code #} and a mark of the sending, and {@code wire-type} as
 * the only header that says so.
 */
@Singleton
public class TallyWire implements ForeignFormat, WireEncoding {

    /** What this wire calls an addition. */
    public static final String ADDITION = "foreign.addition";

    private static final String TYPE = "wire-type";

    private final AtomicBoolean away = new AtomicBoolean();

    /** Whether what this wire needs to be read does not answer. */
    public void away(boolean now) {
        away.set(now);
    }

    @Override
    public boolean recognises(RawRecord record) {
        return record.header(TYPE) != null;
    }

    @Override
    public boolean wants(RawRecord record) {
        if (record.repeats(TYPE)) {
            throw new UnprocessableEvent("repeated_header", "wire-type stands there twice");
        }
        return ADDITION.equals(record.header(TYPE));
    }

    @Override
    public Optional<Event<?>> read(RawRecord record, Instant now) {
        if (away.get()) {
            throw new Away();
        }
        if (record.value() == null) {
            return Optional.empty();
        }
        String[] parts = new String(compared(record), StandardCharsets.UTF_8).split("\\|", 2);
        TallyAdded body = new TallyAdded(parts[0], record.keyText(), Long.parseLong(parts[1]), now.minusSeconds(60));
        return Optional.of(new Event<>(
                record.keyText(),
                URI.create("foreign"),
                TallyTypes.ADDED,
                now,
                null,
                record.keyText(),
                "abroad",
                body));
    }

    @Override
    public byte[] compared(RawRecord record) {
        byte[] value = record.value();
        String text = value == null ? "" : new String(value, StandardCharsets.UTF_8);
        return text.replaceAll("#.*", "").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean covers(String type) {
        return type.equals(ADDITION);
    }

    @Override
    public WireRecord encode(WaitingEvent event) {
        return new WireRecord(
                event.key().toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                event.value().replace('{', '<').getBytes(StandardCharsets.UTF_8),
                List.of(new WireRecord.Header("wire-id", event.id()), new WireRecord.Header(TYPE, event.type())));
    }

    @Override
    public @Nullable Integer partition(byte[] key, int partitions) {
        return Math.min(0, partitions);
    }

    private static final class Away extends RuntimeException implements PassingFailure {

        private static final long serialVersionUID = 1;

        @Override
        public String waitsFor() {
            return "the wire";
        }
    }
}

package org.laurel.kit.parked;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laurel.events.CloudEventHeaders;
import org.laurel.kit.event.EventReader;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.event.ValueLimits;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Keeps records that could not be handled, whole, until an operator replays or discards them. Events in structured mode are kept
 * in binary mode, unless their value is too large to be read: those stay as they came. Of a value beyond all measure nothing is
 * kept but its length, as of one that is too large to be read and has its data in Base64, where retirement could not find whom
 * it names: only who sent it can send it again, smaller.
 */
@ApplicationScoped
public class ParkedEvents {

    private static final Logger LOG = Logger.getLogger(ParkedEvents.class);
    private static final int LONGEST_DETAIL = 2_000;

    /** Bytes: twice the largest course structure. */
    private static final int LARGEST_KEPT = 32 * 1024 * 1024;

    private static final String IN_BASE64 = "\"data_base64\"";

    /** Bytes of each of up to 500 values. */
    private static final int SHOWN_IN_LISTS = 4 * 1024;

    private static final int SHOWN = 64 * 1024;

    /** Beginnings of keys and values, so that no answer grows with what somebody sent. */
    private static final String BEGINNING = """
            select id, topic, partition, record_offset, event_type, code, detail, status, parked_at, resolved_at, resolved_by,
                   substring(record_key from 1 for %1$d) as record_key, substring(value from 1 for %1$d) as value,
                   octet_length(value) as value_bytes, headers
            from parked_event""";

    private final Sql sql;
    private final ObjectMapper json;
    private final EventReader reader;
    private final ValueLimits limits;
    private final MeterRegistry metrics;
    private final String consumer;

    ParkedEvents(
            Sql sql,
            ObjectMapper json,
            EventReader reader,
            ValueLimits limits,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.sql = sql;
        this.json = json;
        this.reader = reader;
        this.limits = limits;
        this.metrics = metrics;
        this.consumer = consumer;
    }

    /** Parks a record; one that is parked already stays as it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void park(RawRecord arrived, String code, String detail) {
        boolean isReadable = limits.allow(arrived);
        boolean isKept = isReadable || isKeptUnread(arrived);
        RawRecord record = isReadable ? reader.inBinaryMode(arrived) : arrived;
        int parked = sql.update(
                """
                insert into parked_event (consumer, topic, partition, record_offset, recorded_at, record_key, value, headers,
                                          event_type, code, detail)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                on conflict do nothing
                """,
                consumer,
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                isKept ? record.value() : null,
                write(record.headers()),
                storable(record.header(CloudEventHeaders.TYPE)),
                code,
                storable(detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL))));
        if (parked > 0) {
            metrics.counter("laurel.events.parked", "code", code).increment();
            LOG.warnf("Parked %s[%d]@%d: %s", record.topic(), record.partition(), record.offset(), code);
        }
    }

    /** Without a look at the structure of the value, which would take many times its size. */
    private static boolean isKeptUnread(RawRecord tooLarge) {
        byte[] value = tooLarge.value();
        if (value == null || value.length > LARGEST_KEPT) {
            return value == null;
        }
        return EventReader.hasAttributesInHeaders(tooLarge)
                || !new String(value, StandardCharsets.ISO_8859_1).contains(IN_BASE64);
    }

    /** Parked records with an id greater than the given one, oldest first; of a value no more than its first 4 KiB. */
    public List<ParkedEvent> after(long id, String status, int limit) {
        return sql.query(
                BEGINNING.formatted(SHOWN_IN_LISTS) + " where id > ? and status = ? order by id limit ?",
                this::parkedEvent,
                id,
                status,
                limit);
    }

    /** A parked event, whatever became of it, with the first 64 KiB of its value; empty when there is none of this id (any more). */
    public Optional<ParkedEvent> find(long id) {
        return sql.first(BEGINNING.formatted(SHOWN) + " where id = ?", this::parkedEvent, id);
    }

    /**
     * Bytes of a value.
     *
     * @param from how many to leave out
     * @param most how many to return
     * @return fewer at its end, none beyond it and when there is no value (any more)
     */
    public byte[] piece(long id, int from, int most) {
        return sql.first(
                        "select substring(value from ? for ?) as piece from parked_event where id = ? and value is not null",
                        row -> row.getBytes("piece"),
                        from + 1,
                        most,
                        id)
                .orElse(new byte[0]);
    }

    /** The record of a parked event, locked until the end of the transaction; empty when it is not parked (any more). */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<RawRecord> open(long id) {
        return sql.first(
                "select * from parked_event where id = ? and status = 'parked' for update", this::rawRecord, id);
    }

    /** Marks a parked event as dealt with and forgets what the record said. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void resolve(long id, String status, String by) {
        sql.update("""
                update parked_event set status = ?, resolved_at = now(), resolved_by = ?, record_key = null, value = null,
                                        headers = '{}', detail = ''
                where id = ?
                """, status, by, id);
    }

    private RawRecord rawRecord(ResultSet row) throws SQLException {
        return new RawRecord(
                Row.text(row, "topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                Row.instant(row, "recorded_at"),
                row.getBytes("record_key"),
                row.getBytes("value"),
                read(Row.text(row, "headers")));
    }

    private ParkedEvent parkedEvent(ResultSet row) throws SQLException {
        return new ParkedEvent(
                row.getLong("id"),
                Row.text(row, "topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getString("event_type"),
                Row.text(row, "code"),
                Row.text(row, "detail"),
                Row.text(row, "status"),
                Row.instant(row, "parked_at"),
                Row.instantOrNull(row, "resolved_at"),
                row.getString("resolved_by"),
                text(row.getBytes("record_key")),
                text(row.getBytes("value")),
                row.getObject("value_bytes", Integer.class),
                read(Row.text(row, "headers")));
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** Headers keep a character that the database cannot hold as a replacement character, so that parking never fails. */
    private String write(Map<String, String> headers) {
        Map<String, String> storable = new LinkedHashMap<>();
        headers.forEach((name, value) -> storable.put(String.valueOf(storable(name)), String.valueOf(storable(value))));
        try {
            return json.writeValueAsString(storable);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }

    private Map<String, String> read(String headers) {
        try {
            return json.readValue(headers, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.laurel.kit.flow;

import static java.util.Comparator.naturalOrder;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads which events about a subject came in, went out, or are parked. */
@Singleton
class EventFlow {

    private static final Duration CAUSE_BEFORE = Duration.ofDays(1);
    private static final Duration EVENT_AFTER = Duration.ofMinutes(1);

    private final Sql sql;

    EventFlow(Sql sql) {
        this.sql = sql;
    }

    /**
     * An event that came in or went out.
     *
     * @param source null for our own
     * @param parked why it could not be handled, null when it was
     */
    record Passed(
            FlowPosition position,
            boolean received,
            @Nullable String eventId,
            @Nullable String source,
            String type,
            @Nullable String courseKey,
            String correlationId,
            @Nullable String causationId,
            @Nullable Long version,
            @Nullable Instant occurredAt,
            @Nullable String parked) {}

    /** The events after the question's position, oldest first. With a learner and a course run, those of the run itself too. */
    List<Passed> after(FlowQuestion question) {
        Instant from = question.after().at();
        String place = question.after().place();
        return sql.query(
                """
                select * from (
                    select passed.* from unnest(?::text[]) as k (key) cross join lateral (
                        select at, occurred_at, version, received, event_id, source, event_type, null as parked, place,
                               coalesce(course_key, case when record_key = ? then record_key end) as course_key,
                               coalesce(correlation_id, event_id) as correlation_id,
                               nullif(coalesce(causation_id, correlation_id, event_id), event_id) as causation_id
                        from (select *, case when received then '0:' else '2:' end || event_id as place from flow_entry
                              where record_key = k.key and at >= ? and at <= ?) e
                        where (at, place collate "C") > (?, ?)
                          and (?::text is null or course_key is null or course_key = ?)
                        order by at, place collate "C" limit ?) passed
                    union all
                    select parked_at, null, null, true, headers ->> 'ce_id', headers ->> 'ce_source',
                           coalesce(event_type, 'unknown'), code, '3:' || lpad(id::text, 19, '0'),
                           null, coalesce(headers ->> 'ce_correlationid', headers ->> 'ce_id', 'parked:' || id),
                           headers ->> 'ce_causationid'
                    from parked_event where status = 'parked' and record_key = any(?)) t
                where (at, place collate "C") > (?, ?) and at <= ?
                order by at, place collate "C" limit ?
                """,
                EventFlow::passed,
                keys(question),
                question.courseKey(),
                from,
                question.until(),
                from,
                place,
                question.courseKey(),
                question.courseKey(),
                question.limit(),
                bytes(keys(question)),
                from,
                place,
                question.until(),
                question.limit());
    }

    /**
     * The correlation of what these events and requests led to, as far as the log knows it: a decision follows its cause within a
     * day. An id that two producers use for different chains tells nothing.
     */
    Map<String, String> correlations(FlowQuestion question, Collection<FlowStep> steps) {
        if (steps.isEmpty()) {
            return Map.of();
        }
        Instant first = steps.stream()
                .map(step -> step.position().at())
                .min(naturalOrder())
                .orElseThrow();
        Instant last = steps.stream()
                .map(step -> step.position().at())
                .max(naturalOrder())
                .orElseThrow();
        Map<String, String> known = new HashMap<>();
        sql.query(
                """
                select id, min(correlation_id) as correlation_id from (
                    select event_id as id, coalesce(correlation_id, event_id) as correlation_id
                    from flow_entry where record_key = any(?) and at between ? and ?
                    union
                    select coalesce(causation_id, correlation_id), correlation_id
                    from flow_entry where record_key = any(?) and at between ? and ? and correlation_id is not null) t
                where id = any(?) group by id having count(distinct correlation_id) = 1
                """,
                row -> known.put(Row.text(row, "id"), Row.text(row, "correlation_id")),
                keys(question),
                first.minus(CAUSE_BEFORE),
                last.plus(EVENT_AFTER),
                keys(question),
                first.minus(CAUSE_BEFORE),
                last.plus(EVENT_AFTER),
                steps.stream().map(FlowStep::causeId).distinct().toArray(String[]::new));
        return known;
    }

    private static String[] keys(FlowQuestion question) {
        return Stream.of(question.learnerId(), question.courseKey())
                .filter(Objects::nonNull)
                .toArray(String[]::new);
    }

    private static byte[][] bytes(String[] keys) {
        return Stream.of(keys).map(key -> key.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }

    private static Passed passed(ResultSet row) throws SQLException {
        return new Passed(
                new FlowPosition(Row.instant(row, "at"), Row.text(row, "place")),
                row.getBoolean("received"),
                row.getString("event_id"),
                row.getString("source"),
                Row.text(row, "event_type"),
                row.getString("course_key"),
                Row.text(row, "correlation_id"),
                row.getString("causation_id"),
                Row.longOrNull(row, "version"),
                Row.instantOrNull(row, "occurred_at"),
                row.getString("parked"));
    }
}

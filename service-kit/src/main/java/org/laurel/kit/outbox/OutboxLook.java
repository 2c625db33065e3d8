package org.laurel.kit.outbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Looks at the outbox without reading all of it. */
@Singleton
public class OutboxLook {

    private static final int COUNTED = 10_000;

    private final Sql sql;
    private final Clock clock;
    private final RelayState relay;
    private final ForeignTopics topics;

    OutboxLook(Sql sql, Clock clock, RelayState relay, ForeignTopics topics) {
        this.sql = sql;
        this.clock = clock;
        this.relay = relay;
        this.topics = topics;
    }

    private record Span(long places, @Nullable Instant oldestAt, boolean led) {}

    /**
     * How it stands. Up to 10,000 events are counted. Beyond that their places tell how many they are at most: rows go oldest
     * first, so only what was rolled back leaves gaps.
     */
    public OutboxStatus status() {
        List<OutboxStatus.Waiting> byTopic = sql.query(
                """
                select topic, count(*) as waiting from (select topic from outbox order by place limit ?) oldest
                group by topic order by waiting desc, topic
                """, row -> new OutboxStatus.Waiting(Row.text(row, "topic"), row.getLong("waiting")), COUNTED);
        Span span = span();
        long counted = byTopic.stream().mapToLong(OutboxStatus.Waiting::waiting).sum();
        boolean exact = counted < COUNTED;
        return new OutboxStatus(
                exact ? counted : Math.max(counted, span.places()),
                exact,
                span.oldestAt(),
                span.oldestAt() == null
                        ? 0
                        : Math.max(
                                0,
                                Duration.between(span.oldestAt(), clock.instant())
                                        .toSeconds()),
                byTopic,
                span.led(),
                relay.isLeading(),
                relay.lastPublished());
    }

    private Span span() {
        return sql.first(
                        """
                        select coalesce((select max(place) - min(place) + 1 from outbox), 0) as places, oldest.created_at,
                               exists (select from pg_locks
                                       where locktype = 'advisory' and granted and objsubid = 1
                                         and database = (select oid from pg_database where datname = current_database())
                                         and classid::bigint = ?::bigint >> 32
                                         and objid::bigint = ?::bigint & 4294967295) as led
                        from (select 1) one
                        left join (select created_at from outbox where topic <> all (?) order by place limit 1) oldest
                             on true
                        """,
                        row -> new Span(
                                row.getLong("places"), Row.instantOrNull(row, "created_at"), row.getBoolean("led")),
                        Relay.LOCK,
                        Relay.LOCK,
                        topics.missing().toArray(String[]::new))
                .orElseThrow();
    }
}

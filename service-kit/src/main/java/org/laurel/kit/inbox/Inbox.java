package org.laurel.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.flow.Arrival;
import org.laurel.kit.flow.FlowLog;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/**
 * Remembers which events this service has handled, in the transaction that handles them, so that a redelivered event has no
 * second effect. Claims live twice the longest topic retention, in daily partitions that are dropped whole.
 *
 * <p>An event is known when its source and id were claimed for the same day of publication or for the day before or after:
 * a producer that stamps each attempt anew may try again after midnight. What was published under the same id more than a
 * day apart is taken for a new event, and so is what two transactions claim at the same moment for different days; only the
 * business key of the fact catches these.
 */
@ApplicationScoped
public class Inbox {

    /** "offset 0" keeps the look-up one by primary key for each claim; as a join it may read whole partitions. */
    private static final String CLAIM = """
            insert into inbox (consumer, source, event_id, published_on, body_hash)
            select ?, t.source, t.event_id, t.published_on::date, t.body_hash
            from %s
            where not exists (
                select from inbox i
                where i.consumer = ? and i.source = t.source and i.event_id = t.event_id
                  and i.published_on between t.published_on::date - 1 and t.published_on::date + 1
                offset 0)
            on conflict do nothing
            returning source, event_id""";

    private static final String CLAIMED = CLAIM.formatted(
            "unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) as t (source, event_id, published_on, body_hash)");

    private static final String LOGGED = """
            with t as (
                select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                                     ?::text[], ?::text[], ?::bigint[])
                    as t (source, event_id, published_on, body_hash, event_type, record_key, course_key, correlation_id,
                          causation_id, occurred_at, version)),
            fresh as (%s),
            logged as (
                insert into flow_entry (at, occurred_at, version, received, event_id, source, event_type, record_key, course_key,
                                        correlation_id, causation_id)
                select clock_timestamp(), t.occurred_at::timestamptz, t.version, true, t.event_id, t.source, t.event_type,
                       t.record_key, t.course_key, t.correlation_id, t.causation_id
                from fresh join t using (source, event_id) where t.event_type is not null)
            select source, event_id from fresh
            """.formatted(CLAIM.formatted("t"));

    private final Sql sql;
    private final String consumer;
    private final FlowLog log;

    Inbox(Sql sql, FlowLog log, @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.sql = sql;
        this.log = log;
        this.consumer = consumer;
    }

    /**
     * Claims events for this transaction, and logs those that are new.
     *
     * @return the claims that are new; the others were claimed by an earlier transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<Claim> claim(List<Claim> claims) {
        if (claims.isEmpty()) {
            return Set.of();
        }
        Set<Claim.Identity> fresh = new HashSet<>(log.isKept() ? claimLogged(claims) : claimOnly(claims));
        return claims.stream().filter(claim -> fresh.contains(claim.identity())).collect(Collectors.toSet());
    }

    private List<Claim.Identity> claimOnly(List<Claim> claims) {
        return sql.query(
                CLAIMED,
                Inbox::identity,
                consumer,
                Column.texts(claims, claim -> claim.identity().source()),
                Column.texts(claims, claim -> claim.identity().eventId()),
                Column.texts(claims, Claim::publishedOn),
                Column.longs(claims, Claim::bodyHash),
                consumer);
    }

    private List<Claim.Identity> claimLogged(List<Claim> claims) {
        return sql.query(
                LOGGED,
                Inbox::identity,
                Column.texts(claims, claim -> claim.identity().source()),
                Column.texts(claims, claim -> claim.identity().eventId()),
                Column.texts(claims, Claim::publishedOn),
                Column.longs(claims, Claim::bodyHash),
                arrivals(claims, Arrival::type),
                arrivals(claims, Arrival::key),
                arrivals(claims, Arrival::courseKey),
                arrivals(claims, Arrival::correlationId),
                arrivals(claims, Arrival::causationId),
                arrivals(claims, Arrival::occurredAt),
                Column.longs(
                        claims,
                        claim ->
                                claim.arrival() == null ? null : claim.arrival().version()),
                consumer,
                consumer);
    }

    private static @Nullable String[] arrivals(
            List<Claim> claims, Function<Arrival, ? extends @Nullable Object> property) {
        return Column.texts(claims, claim -> claim.arrival() == null ? null : property.apply(claim.arrival()));
    }

    private static Claim.Identity identity(ResultSet row) throws SQLException {
        return new Claim.Identity(row.getString(1), row.getString(2));
    }

    /** Of claims that are not new, those whose first delivery had the same body: true repeats, safe to skip. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<Claim> repeats(List<Claim> known) {
        if (known.isEmpty()) {
            return Set.of();
        }
        Set<Told> same = new HashSet<>(sql.query(
                """
                select i.source, i.event_id, i.body_hash
                from unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) as t (source, event_id, published_on, body_hash)
                cross join lateral (
                    select * from inbox i
                    where i.consumer = ? and i.source = t.source and i.event_id = t.event_id
                      and i.published_on between t.published_on::date - 1 and t.published_on::date + 1
                      and i.body_hash = t.body_hash
                    offset 0) i
                """,
                row -> new Told(new Claim.Identity(row.getString(1), row.getString(2)), row.getLong(3)),
                Column.texts(known, claim -> claim.identity().source()),
                Column.texts(known, claim -> claim.identity().eventId()),
                Column.texts(known, Claim::publishedOn),
                Column.longs(known, Claim::bodyHash),
                consumer));
        return known.stream()
                .filter(claim -> same.contains(new Told(claim.identity(), claim.bodyHash())))
                .collect(Collectors.toSet());
    }

    /** What an event said when it came first. */
    private record Told(Claim.Identity identity, long bodyHash) {}
}

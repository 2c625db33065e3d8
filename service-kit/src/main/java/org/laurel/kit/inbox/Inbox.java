package org.laurel.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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

    private final Sql sql;
    private final String consumer;

    Inbox(Sql sql, @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.sql = sql;
        this.consumer = consumer;
    }

    /**
     * Claims events for this transaction.
     *
     * @return the claims that are new; the others were claimed by an earlier transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<Claim> claim(List<Claim> claims) {
        if (claims.isEmpty()) {
            return Set.of();
        }
        // "offset 0" keeps the look-up one by primary key for each claim; as a join it may read whole partitions.
        Set<Claim.Identity> fresh = new HashSet<>(sql.query(
                """
                insert into inbox (consumer, source, event_id, published_on, body_hash)
                select ?, t.source, t.event_id, t.published_on::date, t.body_hash
                from unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) as t (source, event_id, published_on, body_hash)
                where not exists (
                    select from inbox i
                    where i.consumer = ? and i.source = t.source and i.event_id = t.event_id
                      and i.published_on between t.published_on::date - 1 and t.published_on::date + 1
                    offset 0)
                on conflict do nothing
                returning source, event_id
                """,
                row -> new Claim.Identity(row.getString(1), row.getString(2)),
                consumer,
                Column.texts(claims, claim -> claim.identity().source()),
                Column.texts(claims, claim -> claim.identity().eventId()),
                Column.texts(claims, Claim::publishedOn),
                Column.longs(claims, Claim::bodyHash),
                consumer));
        return claims.stream().filter(claim -> fresh.contains(claim.identity())).collect(Collectors.toSet());
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

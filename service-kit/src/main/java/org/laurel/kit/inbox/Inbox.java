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
        Set<Claim.Identity> fresh = new HashSet<>(sql.query(
                """
                insert into inbox (consumer, source, event_id, published_on, body_hash)
                select ?, t.source, t.event_id, t.published_on::date, t.body_hash
                from unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) as t (source, event_id, published_on, body_hash)
                on conflict do nothing
                returning source, event_id
                """,
                row -> new Claim.Identity(row.getString(1), row.getString(2)),
                consumer,
                Column.texts(claims, claim -> claim.identity().source()),
                Column.texts(claims, claim -> claim.identity().eventId()),
                Column.texts(claims, Claim::publishedOn),
                Column.longs(claims, Claim::bodyHash)));
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
                join inbox i on i.consumer = ? and i.source = t.source and i.event_id = t.event_id
                            and i.published_on = t.published_on::date and i.body_hash = t.body_hash
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

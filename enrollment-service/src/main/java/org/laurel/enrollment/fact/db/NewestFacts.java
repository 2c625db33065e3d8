package org.laurel.enrollment.fact.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Remembers the place of the newest fact about each subject. The caller holds the locks of the subjects' keys. */
@ApplicationScoped
public class NewestFacts {

    private final Sql sql;

    NewestFacts(Sql sql) {
        this.sql = sql;
    }

    /** The places of the subjects' newest facts, in a new map; subjects without any fact are left out. */
    public Map<Subject, FactOrder> of(Collection<Subject> subjects) {
        Map<Subject, FactOrder> places = new HashMap<>();
        sql.query(
                "select * from newest_fact where subject = any(?)",
                row -> places.put(
                        new Subject(Row.text(row, "subject")),
                        new FactOrder(
                                Row.instant(row, "occurred_at"),
                                row.getLong("sequence"),
                                row.getInt("kind"),
                                Row.text(row, "source"),
                                Row.text(row, "event_id"))),
                (Object) Column.texts(List.copyOf(subjects), Subject::value));
        return places;
    }

    /** Remembers new places. */
    public void keep(Map<Subject, FactOrder> places) {
        keep(places, "");
    }

    /** Remembers those places that are newer than what is known: for subjects that others may learn of at the same time. */
    public void keepNewer(Map<Subject, FactOrder> places) {
        keep(places, """
                where (excluded.occurred_at, excluded.sequence, excluded.kind, excluded.source collate "C",
                       excluded.event_id collate "C")
                    > (n.occurred_at, n.sequence, n.kind, n.source collate "C", n.event_id collate "C")
                """);
    }

    private void keep(Map<Subject, FactOrder> places, String unlessKnown) {
        if (places.isEmpty()) {
            return;
        }
        List<Map.Entry<Subject, FactOrder>> rows = List.copyOf(places.entrySet());
        sql.update(
                """
                insert into newest_fact as n (subject, occurred_at, sequence, kind, source, event_id)
                select t.subject, t.occurred_at::timestamptz, t.sequence, t.kind, t.source, t.event_id
                from unnest(?::text[], ?::text[], ?::bigint[], ?::int[], ?::text[], ?::text[])
                     as t (subject, occurred_at, sequence, kind, source, event_id)
                order by t.subject
                on conflict (subject) do update set occurred_at = excluded.occurred_at, sequence = excluded.sequence,
                    kind = excluded.kind, source = excluded.source, event_id = excluded.event_id
                %s""".formatted(unlessKnown),
                Column.texts(rows, Map.Entry::getKey),
                Column.texts(rows, row -> row.getValue().occurredAt()),
                Column.longs(rows, row -> row.getValue().sequence()),
                Column.integers(rows, row -> row.getValue().kind()),
                Column.texts(rows, row -> row.getValue().source()),
                Column.texts(rows, row -> row.getValue().id()));
    }
}

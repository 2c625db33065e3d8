package org.laurel.certificates.page.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.laurel.certificates.page.domain.Visit;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Who has looked at which certificate in which hour; kept for two days. */
@ApplicationScoped
public class VisitTable {

    private static final Duration KEPT = Duration.ofDays(2);

    private final Sql sql;

    VisitTable(Sql sql) {
        this.sql = sql;
    }

    /** Adds visits and returns those that are new in their hour; more than a thousand in one are no longer told. */
    public List<Visit> add(List<Visit> visits) {
        if (visits.isEmpty()) {
            return List.of();
        }
        Set<String> fresh = Set.copyOf(sql.query(
                """
                insert into evidence_visit (verify_uuid, viewer, hour)
                select t.verify_uuid, t.viewer, t.hour::timestamptz
                from unnest(?::text[], ?::text[], ?::text[]) as t (verify_uuid, viewer, hour)
                where (select count(*) from evidence_visit v
                       where v.verify_uuid = t.verify_uuid and v.hour = t.hour::timestamptz) < 1000
                on conflict do nothing returning verify_uuid, viewer
                """,
                row -> Row.text(row, "verify_uuid") + Row.text(row, "viewer"),
                Column.texts(visits, Visit::verifyUuid),
                Column.texts(visits, Visit::viewer),
                Column.texts(visits, visit -> visit.at().truncatedTo(ChronoUnit.HOURS))));
        sql.update(
                "delete from evidence_visit where hour < ?",
                visits.getFirst().at().minus(KEPT));
        return visits.stream()
                .filter(visit -> fresh.contains(visit.verifyUuid() + visit.viewer()))
                .toList();
    }
}

package org.laurel.certificates.dateoverride.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.certificates.dateoverride.domain.DateOverride;
import org.laurel.certificates.issuance.db.CaseRow;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads issue dates that staff have set: one statement, whatever their number. */
@ApplicationScoped
public class DateOverrideQuery {

    private final Sql sql;

    DateOverrideQuery(Sql sql) {
        this.sql = sql;
    }

    /** The dates of these certificates; certificates without one are left out. */
    public Map<CaseKey, DateOverride> overrides(Collection<CaseKey> cases) {
        List<CaseKey> keys = List.copyOf(cases);
        Map<CaseKey, DateOverride> found = new HashMap<>();
        sql.query(
                """
                select o.* from unnest(?::text[], ?::text[]) as t (learner_id, course_key)
                join certificate_date_override o using (learner_id, course_key)
                """,
                row -> found.put(
                        CaseRow.key(row),
                        new DateOverride(
                                CaseRow.key(row),
                                Row.instant(row, "date"),
                                Row.text(row, "reason"),
                                Row.text(row, "overridden_by"),
                                Row.instant(row, "created_at"),
                                Row.instant(row, "modified_at"))),
                Column.texts(keys, CaseKey::learnerId),
                Column.texts(keys, CaseKey::courseKey));
        return found;
    }

    /** Those of the cases that have a certificate, of whatever status. */
    public Set<CaseKey> certified(Collection<CaseKey> cases) {
        List<CaseKey> keys = List.copyOf(cases);
        return Set.copyOf(sql.query(
                """
                select c.learner_id, c.course_key from unnest(?::text[], ?::text[]) as t (learner_id, course_key)
                join certificate c using (learner_id, course_key)
                """, CaseRow::key, Column.texts(keys, CaseKey::learnerId), Column.texts(keys, CaseKey::courseKey)));
    }
}

package org.laurel.enrollment.optin.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.optin.domain.OptIn;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Who wants mail from which organisation. */
@ApplicationScoped
public class OptInTable {

    private final Sql sql;

    OptInTable(Sql sql) {
        this.sql = sql;
    }

    /** Keeps what was said, each learner and organisation once; the same once more writes nothing. */
    public void save(List<OptIn> optIns, Cause cause) {
        sql.update(
                """
                insert into email_opt_in as o (learner_id, org, opted_in, changed_at, changed_by, change_reason, cause_id)
                select t.learner_id, t.org, t.opted_in, t.at::timestamptz, ?, ?, ?
                from unnest(?::text[], ?::text[], ?::bool[], ?::text[]) as t (learner_id, org, opted_in, at)
                on conflict on constraint email_opt_in_pk do update set opted_in = excluded.opted_in,
                    changed_at = excluded.changed_at, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                where o.opted_in <> excluded.opted_in
                """,
                cause.by(),
                cause.reason(),
                cause.id(),
                Column.texts(optIns, OptIn::learnerId),
                Column.texts(optIns, OptIn::org),
                Column.flags(optIns, OptIn::optedIn),
                Column.texts(optIns, OptIn::at));
    }
}

package org.laurel.certificates.retirement.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.retirement.Retire;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** What is left of retired learners: their ids, and certificates that name nobody. */
@ApplicationScoped
public class Tombstones {

    private final Sql sql;

    Tombstones(Sql sql) {
        this.sql = sql;
    }

    /** Keeps the ids of learners of whom nothing is known yet; what is known of others is blanked. */
    public void add(List<Retire> retirements) {
        sql.update("""
                insert into learner (learner_id, username, email, name, is_active, version, occurred_at)
                select t.learner_id, '', '', '', false, 0, min(t.retired_at::timestamptz)
                from unnest(?::text[], ?::text[]) as t (learner_id, retired_at) group by t.learner_id
                on conflict (learner_id) do nothing
                """, Column.texts(retirements, Retire::learnerId), Column.texts(retirements, Retire::occurredAt));
    }

    /** The public ids of learners' certificates. */
    public List<String> publicIds(Collection<LearnerId> learners) {
        return sql.query(
                "select verify_uuid from certificate where learner_id = any(?)",
                row -> Row.text(row, "verify_uuid"),
                (Object) Column.texts(List.copyOf(learners), LearnerId::value));
    }
}

package org.laurel.programs.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.learner.domain.Learner;

/** Our replica of learners, written from the snapshots of other services only. */
@ApplicationScoped
public class LearnerDirectory {

    private final Sql sql;

    LearnerDirectory(Sql sql) {
        this.sql = sql;
    }

    /** Takes snapshots in: the newest of each learner wins. */
    public void save(List<Learner> snapshots) {
        if (snapshots.isEmpty()) {
            return;
        }
        List<Learner> newest = newestOfEach(snapshots);
        sql.update(
                """
                insert into learner as l (learner_id, username, email, name, is_active, occurred_at)
                select t.learner_id, t.username, t.email, t.name, t.is_active, t.occurred_at::timestamptz
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::text[])
                     as t (learner_id, username, email, name, is_active, occurred_at)
                on conflict (learner_id) do update set username = excluded.username, email = excluded.email,
                    name = excluded.name, is_active = excluded.is_active, occurred_at = excluded.occurred_at
                where (l.occurred_at, l.username collate "C", l.email collate "C", l.name collate "C", l.is_active)
                    < (excluded.occurred_at, excluded.username, excluded.email, excluded.name, excluded.is_active)
                """,
                Column.texts(newest, Learner::id),
                Column.texts(newest, Learner::username),
                Column.texts(newest, Learner::email),
                Column.texts(newest, Learner::name),
                Column.flags(newest, Learner::active),
                Column.texts(newest, Learner::occurredAt));
    }

    private static List<Learner> newestOfEach(List<Learner> snapshots) {
        Map<LearnerId, Learner> newest = new HashMap<>();
        for (Learner snapshot : snapshots) {
            newest.merge(snapshot.id(), snapshot, (a, b) -> a.compareTo(b) > 0 ? a : b);
        }
        return List.copyOf(newest.values());
    }
}

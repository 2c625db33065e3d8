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

    /** Takes snapshots in: each replaces what is kept as {@link Learner#replaces} says; of those who are retired nothing is. */
    public void save(List<Learner> snapshots) {
        List<Learner> newest = newestOfEach(snapshots);
        sql.update(
                """
                insert into learner as l (learner_id, username, email, name, is_active, version, changed_at)
                select t.learner_id, t.username, t.email, t.name, t.is_active, t.version, t.changed_at::timestamptz
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::bigint[], ?::text[])
                     as t (learner_id, username, email, name, is_active, version, changed_at)
                where not exists (select from retired_person r where r.learner_id = t.learner_id)
                on conflict (learner_id) do update set username = excluded.username, email = excluded.email,
                    name = excluded.name, is_active = excluded.is_active, version = excluded.version,
                    changed_at = excluded.changed_at
                where l.version < excluded.version
                   or (l.version = 0 and excluded.version = 0
                       and (l.changed_at, l.username collate "C", l.email collate "C", l.name collate "C", l.is_active)
                         < (excluded.changed_at, excluded.username, excluded.email, excluded.name, excluded.is_active))
                """,
                Column.texts(newest, Learner::id),
                Column.texts(newest, Learner::username),
                Column.texts(newest, Learner::email),
                Column.texts(newest, Learner::name),
                Column.flags(newest, Learner::isActive),
                Column.longs(newest, Learner::version),
                Column.texts(newest, Learner::changedAt));
    }

    private static List<Learner> newestOfEach(List<Learner> snapshots) {
        Map<LearnerId, Learner> newest = new HashMap<>();
        for (Learner snapshot : snapshots) {
            newest.merge(snapshot.id(), snapshot, (kept, next) -> next.replaces(kept) ? next : kept);
        }
        return List.copyOf(newest.values());
    }
}

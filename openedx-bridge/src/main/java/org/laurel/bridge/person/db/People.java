package org.laurel.bridge.person.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.bridge.person.domain.Person;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Our replica of learners, written from the snapshots of other services only. */
@ApplicationScoped
public class People {

    private final Sql sql;

    People(Sql sql) {
        this.sql = sql;
    }

    /** Takes snapshots in: each replaces what is kept as {@link Person#replaces} says; of those who are retired nothing is. */
    public void save(List<Person> snapshots) {
        List<Person> newest = newestOfEach(snapshots);
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
                Column.texts(newest, Person::id),
                Column.texts(newest, Person::username),
                Column.texts(newest, Person::email),
                Column.texts(newest, Person::name),
                Column.flags(newest, Person::isActive),
                Column.longs(newest, Person::version),
                Column.texts(newest, Person::changedAt));
    }

    /**
     * Those of the learners who are known, each by the id. One who is retired is known too, by the id in the place of the
     * username and without anything else.
     */
    public Map<LearnerId, Person> find(Collection<LearnerId> learners) {
        return sql.query("""
                        select t.learner_id, coalesce(nullif(l.username, ''), t.learner_id) as username,
                               coalesce(l.email, '') as email, coalesce(l.name, '') as name,
                               coalesce(l.is_active, false) as is_active, coalesce(l.version, 0) as version,
                               coalesce(l.changed_at, r.retired_at) as changed_at
                        from unnest(?::text[]) as t (learner_id)
                        left join learner l using (learner_id) left join retired_person r using (learner_id)
                        where l.learner_id is not null or r.learner_id is not null
                        """, People::person, (Object) ids(learners)).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** Those of the learners who are retired. */
    public Set<LearnerId> retired(Collection<LearnerId> learners) {
        return new HashSet<>(sql.query(
                "select learner_id from retired_person where learner_id = any(?)",
                row -> new LearnerId(Row.text(row, "learner_id")),
                (Object) ids(learners)));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new LearnerId(Row.text(row, "learner_id")),
                Row.text(row, "username"),
                Row.text(row, "email"),
                Row.text(row, "name"),
                row.getBoolean("is_active"),
                row.getLong("version"),
                Row.instant(row, "changed_at"));
    }

    private static String[] ids(Collection<LearnerId> learners) {
        return learners.stream().map(LearnerId::value).distinct().toArray(String[]::new);
    }

    private static List<Person> newestOfEach(List<Person> snapshots) {
        Map<LearnerId, Person> newest = new HashMap<>();
        for (Person snapshot : snapshots) {
            newest.merge(snapshot.id(), snapshot, (kept, next) -> next.replaces(kept) ? next : kept);
        }
        return List.copyOf(newest.values());
    }
}

package org.laurel.certificates.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.learner.domain.NameHistory;
import org.laurel.certificates.learner.domain.Person;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Our replica of learners, written from enrollment-service's snapshots only. */
@ApplicationScoped
public class LearnerDirectory {

    private final Sql sql;

    LearnerDirectory(Sql sql) {
        this.sql = sql;
    }

    /**
     * Takes snapshots in: the newest of a learner wins, and every name is kept.
     *
     * @return the names that were not known to be valid since that time
     */
    public List<Named> save(List<Learner> snapshots) {
        if (snapshots.isEmpty()) {
            return List.of();
        }
        saveNewest(newestOfEach(snapshots));
        return saveNames(snapshots);
    }

    /** A name of a learner and since when it holds. */
    public record Named(LearnerId learnerId, Instant since, String name) {}

    /** What is known of learners; unknown ones are left out. */
    public Map<LearnerId, Person> people(Collection<LearnerId> ids) {
        Map<LearnerId, Learner> learners = new HashMap<>();
        Map<LearnerId, List<NameHistory.Name>> names = new HashMap<>();
        sql.query(
                """
                select l.*, n.occurred_at as name_since, n.name as name_then
                from learner l join learner_name n using (learner_id)
                where l.learner_id = any(?) order by n.occurred_at
                """,
                row -> {
                    Learner learner = LearnerRow.learner(row);
                    learners.put(learner.id(), learner);
                    return names.computeIfAbsent(learner.id(), id -> new ArrayList<>(1))
                            .add(new NameHistory.Name(Row.instant(row, "name_since"), Row.text(row, "name_then")));
                },
                (Object) Column.texts(List.copyOf(ids), LearnerId::value));
        return learners.values().stream()
                .collect(Collectors.toMap(
                        Learner::id,
                        learner -> new Person(learner, new NameHistory(names.getOrDefault(learner.id(), List.of())))));
    }

    private void saveNewest(List<Learner> newest) {
        sql.update(
                """
                insert into learner as l (learner_id, username, email, name, is_active, version, occurred_at)
                select t.learner_id, t.username, t.email, t.name, t.is_active, t.version, t.occurred_at::timestamptz
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::bigint[], ?::text[])
                     as t (learner_id, username, email, name, is_active, version, occurred_at)
                on conflict (learner_id) do update set username = excluded.username, email = excluded.email,
                    name = excluded.name, is_active = excluded.is_active, version = excluded.version,
                    occurred_at = excluded.occurred_at
                where (l.version, l.occurred_at) < (excluded.version, excluded.occurred_at)
                """,
                Column.texts(newest, Learner::id),
                Column.texts(newest, Learner::username),
                Column.texts(newest, Learner::email),
                Column.texts(newest, Learner::name),
                Column.flags(newest, Learner::active),
                Column.longs(newest, Learner::version),
                Column.texts(newest, Learner::occurredAt));
    }

    /** A name that was already valid at that time is not stored again. */
    private List<Named> saveNames(List<Learner> snapshots) {
        return sql.query(
                """
                with told as (
                    select distinct on (learner_id, since) learner_id, since::timestamptz as occurred_at, name, version
                    from unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) as t (learner_id, since, name, version)
                    order by learner_id, since, version desc)
                insert into learner_name as n (learner_id, occurred_at, name, version)
                select t.learner_id, t.occurred_at, t.name, t.version from told t
                where t.name is distinct from (
                    select b.name from learner_name b
                    where b.learner_id = t.learner_id and b.occurred_at <= t.occurred_at
                    order by b.occurred_at desc limit 1)
                on conflict (learner_id, occurred_at) do update set name = excluded.name, version = excluded.version
                where n.version < excluded.version
                returning learner_id, occurred_at, name
                """,
                row -> new Named(
                        new LearnerId(Row.text(row, "learner_id")),
                        Row.instant(row, "occurred_at"),
                        Row.text(row, "name")),
                Column.texts(snapshots, Learner::id),
                Column.texts(snapshots, Learner::occurredAt),
                Column.texts(snapshots, Learner::name),
                Column.longs(snapshots, Learner::version));
    }

    private static List<Learner> newestOfEach(List<Learner> snapshots) {
        Map<LearnerId, Learner> newest = new HashMap<>();
        for (Learner snapshot : snapshots) {
            newest.merge(snapshot.id(), snapshot, LearnerDirectory::newer);
        }
        return List.copyOf(newest.values());
    }

    private static Learner newer(Learner one, Learner other) {
        Comparator<Learner> order = Comparator.comparingLong(Learner::version).thenComparing(Learner::occurredAt);
        return order.compare(one, other) >= 0 ? one : other;
    }
}

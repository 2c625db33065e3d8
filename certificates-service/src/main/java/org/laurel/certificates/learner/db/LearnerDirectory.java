package org.laurel.certificates.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.certificates.learner.domain.IdentityVerification;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.learner.domain.LearnerFact;
import org.laurel.certificates.learner.domain.LearnerHistory;
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
    private final LearnerFactLog facts;

    LearnerDirectory(Sql sql, LearnerFactLog facts) {
        this.sql = sql;
        this.facts = facts;
    }

    /**
     * Takes snapshots in: the newest of a learner wins, and every name is kept. Of a retired learner nothing is taken in.
     *
     * @return the learners who got a name that was not known to be valid since that time
     */
    public List<LearnerId> save(List<Learner> snapshots) {
        if (snapshots.isEmpty()) {
            return List.of();
        }
        saveNewest(newestOfEach(snapshots));
        return saveNames(snapshots);
    }

    /** What is known of learners; one of whom nothing is known is left out. */
    public Map<LearnerId, Person> people(Collection<LearnerId> ids) {
        return peopleKnownAt(ids, null);
    }

    /** What was known of learners at a time, null for now; who they are is always told as of now. */
    public Map<LearnerId, Person> peopleKnownAt(Collection<LearnerId> ids, @Nullable Instant known) {
        Map<LearnerId, Learner> learners = new HashMap<>();
        Map<LearnerId, List<NameHistory.Name>> names = new HashMap<>();
        Set<LearnerId> retired = new HashSet<>();
        sql.query("""
                select l.*, n.occurred_at as name_since, n.name as name_then, n.version as name_version, r.learner_id is not null as retired
                from learner l left join learner_name n using (learner_id) left join retired_person r using (learner_id)
                where l.learner_id = any(?) order by n.occurred_at
                """, row -> take(row, learners, names, retired), (Object)
                Column.texts(List.copyOf(ids), LearnerId::value));
        Map<LearnerId, List<LearnerFact>> told = facts.load(ids, known);
        Map<LearnerId, Person> people = new HashMap<>();
        for (LearnerId id : ids) {
            if (learners.containsKey(id) || told.containsKey(id)) {
                people.put(
                        id,
                        new Person(
                                learners.getOrDefault(id, Learner.unknown(id)),
                                history(names.getOrDefault(id, List.of()), told.getOrDefault(id, List.of())),
                                retired.contains(id)));
            }
        }
        return people;
    }

    private static LearnerId take(
            ResultSet row,
            Map<LearnerId, Learner> learners,
            Map<LearnerId, List<NameHistory.Name>> names,
            Set<LearnerId> retired)
            throws SQLException {
        Learner learner = LearnerRow.learner(row);
        learners.put(learner.id(), learner);
        Instant since = Row.instantOrNull(row, "name_since");
        if (since != null) {
            names.computeIfAbsent(learner.id(), id -> new ArrayList<>(1))
                    .add(new NameHistory.Name(since, Row.text(row, "name_then"), row.getLong("name_version")));
        }
        if (row.getBoolean("retired")) {
            retired.add(learner.id());
        }
        return learner.id();
    }

    /** Those among the learners who are retired. */
    public Set<LearnerId> retired(Collection<LearnerId> ids) {
        return Set.copyOf(sql.query(
                "select learner_id from retired_person where learner_id = any(?)",
                row -> new LearnerId(Row.text(row, "learner_id")),
                (Object) Column.texts(List.copyOf(ids), LearnerId::value)));
    }

    private static LearnerHistory history(List<NameHistory.Name> names, List<LearnerFact> told) {
        return new LearnerHistory(
                new NameHistory(names),
                only(told, IdentityVerification.class),
                only(told, CertificatePreferences.class));
    }

    private static <F extends LearnerFact> List<F> only(List<LearnerFact> facts, Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void saveNewest(List<Learner> newest) {
        sql.update(
                """
                insert into learner as l (learner_id, username, email, name, is_active, version, occurred_at)
                select t.learner_id, t.username, t.email, t.name, t.is_active, t.version, t.occurred_at::timestamptz
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::bigint[], ?::text[])
                     as t (learner_id, username, email, name, is_active, version, occurred_at)
                where not exists (select 1 from retired_person r where r.learner_id = t.learner_id)
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

    /** Every name with its time is kept, also one that seems to say nothing new: a name in between may still come. */
    private List<LearnerId> saveNames(List<Learner> snapshots) {
        return sql.query(
                """
                with told as (
                    select distinct on (learner_id, since) learner_id, since::timestamptz as occurred_at, name, version
                    from unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) as t (learner_id, since, name, version)
                    order by learner_id, since, version desc)
                insert into learner_name as n (learner_id, occurred_at, name, version)
                select t.learner_id, t.occurred_at, t.name, t.version from told t
                where not exists (select 1 from retired_person r where r.learner_id = t.learner_id)
                on conflict (learner_id, occurred_at) do update set name = excluded.name, version = excluded.version
                where n.version < excluded.version
                returning learner_id
                """,
                row -> new LearnerId(Row.text(row, "learner_id")),
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

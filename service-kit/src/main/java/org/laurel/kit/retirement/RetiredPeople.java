package org.laurel.kit.retirement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Who is retired, what is known of these people, and under which usernames people have acted. */
@ApplicationScoped
public class RetiredPeople {

    private final Sql sql;
    private final PersonalTables tables;

    RetiredPeople(Sql sql, PersonalTables tables) {
        this.sql = sql;
        this.tables = tables;
    }

    /** Notes learners as retired, and returns those who were not before. */
    public Set<LearnerId> add(List<Retire> retirements) {
        Set<LearnerId> added = Set.copyOf(sql.query(
                """
                insert into retired_person (learner_id, retired_at, cause_by, cause_id, correlation_id, origin)
                select distinct on (t.learner_id) t.learner_id, t.retired_at::timestamptz, t.cause_by, t.cause_id,
                       t.correlation_id, t.origin
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, retired_at, cause_by, cause_id, correlation_id, origin)
                order by t.learner_id, t.retired_at::timestamptz
                on conflict (learner_id) do nothing returning learner_id
                """,
                row -> new LearnerId(Row.text(row, "learner_id")),
                Column.texts(retirements, Retire::learnerId),
                Column.texts(retirements, Retire::occurredAt),
                Column.texts(retirements, retire -> retire.cause().by()),
                Column.texts(retirements, retire -> retire.cause().id()),
                Column.texts(retirements, retire -> retire.cause().correlationId()),
                Column.texts(retirements, retire -> retire.cause().origin())));
        return added;
    }

    /** Retired learners with an id after the given one, in order. */
    public List<LearnerId> after(String learnerId, int limit) {
        return sql.query(
                "select learner_id from retired_person where learner_id > ? order by learner_id limit ?",
                row -> new LearnerId(Row.text(row, "learner_id")),
                learnerId,
                limit);
    }

    /** Names, usernames and addresses that are known of learners, by learner; those of whom none are known have none. */
    public Map<LearnerId, Set<String>> words(Set<LearnerId> learners) {
        Map<LearnerId, Set<String>> words = new HashMap<>();
        learners.forEach(learner -> words.put(learner, new HashSet<>()));
        sql.query(
                tables.words(),
                row -> words.computeIfAbsent(new LearnerId(Row.text(row, "learner_id")), id -> new HashSet<>())
                        .add(Row.text(row, "word")),
                (Object) Column.texts(List.copyOf(learners), LearnerId::value));
        return words;
    }

    /** The usernames among what is known of learners: their own, and those under which they have acted. */
    public List<Actor> usernames(Set<LearnerId> learners) {
        return sql.query(
                tables.usernames(),
                row -> new Actor(new LearnerId(Row.text(row, "learner_id")), Row.text(row, "word")),
                (Object) Column.texts(List.copyOf(learners), LearnerId::value));
    }

    /** Those among the learners who have changed something, now or under a name that is searched for already. */
    public Set<LearnerId> haveActed(Set<LearnerId> learners) {
        return Set.copyOf(sql.query("""
                with gone as (select unnest(?::text[]) as learner_id)
                select learner_id from known_actor join gone using (learner_id)
                union select learner_id from retired_person_word join gone using (learner_id) where acted
                """, row -> new LearnerId(Row.text(row, "learner_id")), (Object)
                Column.texts(List.copyOf(learners), LearnerId::value)));
    }

    /** Those among the learners who are retired. */
    public Set<LearnerId> retired(Collection<LearnerId> learners) {
        return Set.copyOf(sql.query(
                "select learner_id from retired_person where learner_id = any(?)",
                row -> new LearnerId(Row.text(row, "learner_id")),
                (Object) Column.texts(List.copyOf(learners), LearnerId::value)));
    }

    /** Notes usernames under which people act. Of somebody who is retired none is noted. */
    public void act(List<Actor> actors) {
        sql.update("""
                insert into known_actor (learner_id, username)
                select t.learner_id, t.username from unnest(?::text[], ?::text[]) as t (learner_id, username)
                where not exists (select 1 from retired_person r where r.learner_id = t.learner_id)
                on conflict do nothing
                """, Column.texts(actors, Actor::learnerId), Column.texts(actors, Actor::username));
    }
}

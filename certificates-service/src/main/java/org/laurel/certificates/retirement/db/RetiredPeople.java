package org.laurel.certificates.retirement.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.certificates.retirement.domain.Actor;
import org.laurel.certificates.retirement.domain.Retire;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Who is retired, what is known of these people, and under which usernames people have acted. */
@ApplicationScoped
public class RetiredPeople {

    private final Sql sql;

    RetiredPeople(Sql sql) {
        this.sql = sql;
    }

    /** Notes learners as retired, with a tombstone each, and returns those who were not before. */
    public Set<LearnerId> add(List<Retire> retirements) {
        Set<LearnerId> added = Set.copyOf(sql.query(
                """
                insert into retired_learner (learner_id, retired_at, cause_by, cause_id, correlation_id, origin)
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
        sql.update("""
                insert into learner (learner_id, username, email, name, is_active, version, occurred_at)
                select t.learner_id, '', '', '', false, 0, min(t.retired_at::timestamptz)
                from unnest(?::text[], ?::text[]) as t (learner_id, retired_at) group by t.learner_id
                on conflict (learner_id) do nothing
                """, Column.texts(retirements, Retire::learnerId), Column.texts(retirements, Retire::occurredAt));
        return added;
    }

    /** Retired learners with an id after the given one, in order. */
    public List<LearnerId> after(String learnerId, int limit) {
        return sql.query(
                "select learner_id from retired_learner where learner_id > ? order by learner_id limit ?",
                row -> new LearnerId(Row.text(row, "learner_id")),
                learnerId,
                limit);
    }

    /** Names, usernames and addresses that are known of learners, by learner; those of whom none are known have none. */
    public Map<LearnerId, Set<String>> words(Set<LearnerId> learners) {
        Map<LearnerId, Set<String>> words = new HashMap<>();
        learners.forEach(learner -> words.put(learner, new HashSet<>()));
        sql.query(
                """
                with gone as (select unnest(?::text[]) as learner_id)
                select learner_id, word from (
                    select learner_id, unnest(array[username, email, name]) as word from learner join gone using (learner_id)
                    union select learner_id, name from learner_name join gone using (learner_id)
                    union select learner_id, unnest(array[certificate_name, verified_name])
                          from learner_fact join gone using (learner_id)
                    union select learner_id, name from certificate join gone using (learner_id)
                    union select learner_id, name from certificate_history join gone using (learner_id)
                    union select learner_id, detail ->> 'name' from standing_fact join gone using (learner_id) where kind = 12
                    union select learner_id, username from acting_person join gone using (learner_id)
                    union select learner_id, word from retired_word join gone using (learner_id)) w
                where word <> ''
                """,
                row -> words.computeIfAbsent(new LearnerId(Row.text(row, "learner_id")), id -> new HashSet<>())
                        .add(Row.text(row, "word")),
                (Object) Column.texts(List.copyOf(learners), LearnerId::value));
        return words;
    }

    /** The usernames among what is known of learners: their own, and those under which they have acted. */
    public List<Actor> usernames(Set<LearnerId> learners) {
        return sql.query(
                """
                with gone as (select unnest(?::text[]) as learner_id)
                select learner_id, username from learner join gone using (learner_id) where username <> ''
                union select learner_id, username from acting_person join gone using (learner_id)
                union select learner_id, word from retired_word join gone using (learner_id) where acted
                """, row -> new Actor(new LearnerId(Row.text(row, "learner_id")), Row.text(row, "username")), (Object)
                        Column.texts(List.copyOf(learners), LearnerId::value));
    }

    /** Those among the learners who have changed something, now or under a name that is searched for already. */
    public Set<LearnerId> haveActed(Set<LearnerId> learners) {
        return Set.copyOf(sql.query("""
                with gone as (select unnest(?::text[]) as learner_id)
                select learner_id from acting_person join gone using (learner_id)
                union select learner_id from retired_word join gone using (learner_id) where acted
                """, row -> new LearnerId(Row.text(row, "learner_id")), (Object)
                Column.texts(List.copyOf(learners), LearnerId::value)));
    }

    /** Notes usernames under which people act. Of somebody who is retired none is noted. */
    public void act(List<Actor> actors) {
        sql.update("""
                insert into acting_person (learner_id, username)
                select t.learner_id, t.username from unnest(?::text[], ?::text[]) as t (learner_id, username)
                where not exists (select 1 from retired_learner r where r.learner_id = t.learner_id)
                on conflict do nothing
                """, Column.texts(actors, Actor::learnerId), Column.texts(actors, Actor::username));
    }

    /** The public ids of learners' certificates. */
    public List<String> publicIds(Set<LearnerId> learners) {
        return sql.query(
                "select verify_uuid from certificate where learner_id = any(?)",
                row -> Row.text(row, "verify_uuid"),
                (Object) Column.texts(List.copyOf(learners), LearnerId::value));
    }
}

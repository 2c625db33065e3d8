package org.laurel.kit.retirement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Retired learners of whom rows about others may still tell, with the words that name them. The words are there for as long as
 * the search takes and no longer.
 */
@ApplicationScoped
public class WaitingErasures {

    private final Sql sql;

    WaitingErasures(Sql sql) {
        this.sql = sql;
    }

    /**
     * What a job looks for.
     *
     * @param words what names the learners, by learner
     * @param acted usernames under which they have acted
     */
    public record Wanted(Map<LearnerId, Set<String>> words, List<Actor> acted) {}

    private record Word(LearnerId learner, String text, boolean acted) {}

    /** Notes learners for the next job, with their words. */
    public void add(Map<LearnerId, Set<String>> words, List<Actor> acted) {
        List<Word> noted = new ArrayList<>();
        words.forEach((learner, known) ->
                known.forEach(text -> noted.add(new Word(learner, text, acted.contains(new Actor(learner, text))))));
        sql.update(
                """
                insert into retired_person_word (learner_id, word, acted)
                select * from unnest(?::text[], ?::text[], ?::boolean[])
                on conflict (learner_id, word) do update set acted = retired_person_word.acted or excluded.acted
                """,
                Column.texts(noted, Word::learner),
                Column.texts(noted, Word::text),
                Column.flags(noted, Word::acted));
        sql.update("update retired_person set job_id = null where learner_id = any(?) and job_id is not null", (Object)
                Column.texts(List.copyOf(words.keySet()), LearnerId::value));
    }

    /** Gives a job those who wait, and returns how many they are. */
    public int take(long job, int limit) {
        return sql.update("""
                update retired_person set job_id = ? where learner_id in (
                    select r.learner_id from retired_person r
                    where r.job_id is null and exists (select 1 from retired_person_word w where w.learner_id = r.learner_id)
                    order by r.learner_id limit ? for update)
                """, job, limit);
    }

    /** Gives back those whom a job has taken and not reported. */
    public void giveBack(long job) {
        sql.update("update retired_person set job_id = null where job_id = ?", job);
    }

    /** What names those whom a job has taken. */
    public Wanted wanted(long job) {
        Map<LearnerId, Set<String>> words = new HashMap<>();
        List<Actor> acted = new ArrayList<>();
        sql.query(
                """
                select learner_id, word, acted from retired_person_word w join retired_person r using (learner_id)
                where r.job_id = ? order by learner_id, word
                """,
                row -> {
                    LearnerId learner = new LearnerId(Row.text(row, "learner_id"));
                    if (row.getBoolean("acted")) {
                        acted.add(new Actor(learner, Row.text(row, "word")));
                    }
                    return words.computeIfAbsent(learner, id -> new HashSet<>()).add(Row.text(row, "word"));
                },
                job);
        return new Wanted(words, acted);
    }

    /** Those whom a job has taken, in order. */
    public List<LearnerId> taken(long job, int limit) {
        return sql.query(
                "select learner_id from retired_person where job_id = ? order by learner_id limit ?",
                row -> new LearnerId(Row.text(row, "learner_id")),
                job,
                limit);
    }

    /**
     * Forgets the words of learners of whom nothing is left, and returns those of whom that was not known before.
     *
     * @param now when nothing was left
     */
    public List<PersonErased> settle(List<LearnerId> learners, Instant now) {
        String[] ids = Column.texts(learners, LearnerId::value);
        List<PersonErased> news = sql.query(
                """
                select * from retired_person where learner_id = any(?) and erased_at is null order by learner_id for update
                """,
                row -> new PersonErased(
                        new LearnerId(Row.text(row, "learner_id")),
                        now,
                        new Cause(
                                Row.text(row, "cause_by"),
                                null,
                                Row.text(row, "cause_id"),
                                Row.text(row, "correlation_id"),
                                row.getString("origin"))),
                (Object) ids);
        sql.update("delete from retired_person_word where learner_id = any(?)", (Object) ids);
        sql.update(
                "update retired_person set job_id = null, erased_at = coalesce(erased_at, ?) where learner_id = any(?)",
                now,
                ids);
        return news;
    }
}

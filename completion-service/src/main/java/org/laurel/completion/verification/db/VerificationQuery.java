package org.laurel.completion.verification.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.verification.domain.Outcome;
import org.laurel.completion.verification.domain.Verification;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads verifications, and what requests name. */
@ApplicationScoped
public class VerificationQuery {

    private final Sql sql;
    private final VerificationRow rows;

    VerificationQuery(Sql sql, VerificationRow rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /**
     * A difference that was found.
     *
     * @param learnerId null for a number of the course run
     * @param username null for a learner of whom no account is known
     */
    public record Found(
            String courseKey,
            @Nullable String learnerId,
            @Nullable String username,
            String kind,
            String item,
            @Nullable String stored,
            @Nullable String walked) {}

    /** A verification, empty when there is none of this id. */
    public Optional<Verification> find(long id) {
        return sql.first(VerificationRow.SELECT + "where v.id = ?", rows::verification, id);
    }

    /** The verification that a job works for. */
    public Optional<Verification> ofJob(long jobId) {
        return sql.first(VerificationRow.SELECT + "where v.job_id = ?", rows::verification, jobId);
    }

    /** Verifications with an id below the given one, newest first. */
    public List<Verification> before(long id, int limit) {
        return sql.query(
                VerificationRow.SELECT + "where v.id < ? order by v.id desc limit ?", rows::verification, id, limit);
    }

    /** The differences that a verification kept, in the order in which they were found. */
    public List<Found> differences(long id) {
        return sql.query(
                """
                select d.*, l.username from verification_difference d left join learner l using (learner_id)
                where d.verification_id = ? order by d.place
                """,
                row -> new Found(
                        Row.text(row, "course_key"),
                        row.getString("learner_id"),
                        row.getString("username"),
                        Row.text(row, "kind").toLowerCase(Locale.ROOT),
                        Row.text(row, "item"),
                        row.getString("stored"),
                        row.getString("walked")),
                id);
    }

    /**
     * The last verification of all course runs that came to its end.
     *
     * @param behind how many learners in course runs it found behind
     * @param ageSeconds how long ago it ended; without any, for how long one has been expected
     */
    public record LastWide(long behind, long ageSeconds) {}

    /** The last verification that looked at everybody, was a night's, or drew at least so many learners of all course runs. */
    public LastWide lastWide(int sample) {
        return sql.first(
                        """
                        select coalesce((last.counts ->> ?)::bigint, 0) as behind,
                               greatest(0, extract(epoch from now() - coalesce(last.finished_at, watch.since)))::bigint as age
                        from (select min(since) as since from verification_watch) watch
                        left join lateral (
                            select counts, finished_at from verification
                            where state = 'done' and course_key is null and listed is null
                                and (night is not null or sample is null or sample >= ?)
                            order by id desc limit 1) last on true
                        """,
                        row -> new LastWide(row.getLong("behind"), row.getLong("age")),
                        Outcome.BEHIND.word(),
                        sample)
                .orElseThrow();
    }

    /** Whether anything is known of a course run. */
    public boolean isKnown(CourseKey courseKey) {
        return sql.first("""
                        select 1 where exists (select 1 from course_structure where course_key = ?)
                            or exists (select 1 from course_progress where course_key = ?)
                        """, row -> true, courseKey.value(), courseKey.value()).isPresent();
    }

    /** The learners of usernames, by the text given; unknown ones are left out. Nobody has the empty one. */
    public Map<String, LearnerId> learners(Collection<String> usernames) {
        Map<String, LearnerId> found = new HashMap<>();
        sql.query("""
                select t.name, newest.learner_id from unnest(?::text[]) as t (name) cross join lateral (
                    select learner_id from learner l where lower(l.username) = lower(t.name) and l.username <> ''
                    order by l.occurred_at desc limit 1) newest
                """, row -> found.put(Row.text(row, "name"), new LearnerId(Row.text(row, "learner_id"))), (Object)
                usernames.toArray(String[]::new));
        return found;
    }
}

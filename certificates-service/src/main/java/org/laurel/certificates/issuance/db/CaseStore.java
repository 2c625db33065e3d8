package org.laurel.certificates.issuance.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CourseRecord;
import org.laurel.certificates.issuance.domain.Standing;
import org.laurel.certificates.issuance.domain.StoredCase;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** The folded standings: one statement for all cases of a call. */
@ApplicationScoped
public class CaseStore {

    private final Sql sql;

    CaseStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A record to keep.
     *
     * @param pending what would change if decisions took effect, null when they do or nothing would
     */
    public record Folded(
            CaseKey key, CourseRecord record, @Nullable String pending) {}

    /** The stored cases; those without a standing are left out. */
    public Map<CaseKey, StoredCase> load(Collection<CaseKey> cases) {
        List<CaseKey> keys = List.copyOf(cases);
        return sql
                .query(
                        CaseRow.SELECT + """
                                join unnest(?::text[], ?::text[]) as t (learner_id, course_key) using (learner_id, course_key)
                                """,
                        CaseRow::storedCase,
                        Column.texts(keys, CaseKey::learnerId),
                        Column.texts(keys, CaseKey::courseKey))
                .stream()
                .collect(Collectors.toMap(StoredCase::key, stored -> stored));
    }

    /** All cases of learners that have a standing. */
    public List<CaseKey> ofLearners(Collection<LearnerId> learners) {
        if (learners.isEmpty()) {
            return List.of();
        }
        return sql.query("select learner_id, course_key from standing where learner_id = any(?)", CaseRow::key, (Object)
                Column.texts(List.copyOf(learners), LearnerId::value));
    }

    /**
     * Learners of a course run who are not judged by its newest terms, in order, after the given one; those whose certificate
     * waits for decisions to take effect are among them.
     */
    public List<LearnerId> behindTerms(CourseKey courseKey, String after, int limit) {
        return sql.query(
                """
                select learner_id from standing
                where course_key = ? and learner_id > ? and terms_known <> (
                    select (select count(*) from course_settings where course_key = c.key)
                         + (select count(*) from run_policy where course_key = c.key)
                         + (select count(*) from site_policy) from (select ?::text as key) c)
                order by learner_id limit ?
                """,
                row -> new LearnerId(Row.text(row, "learner_id")),
                courseKey.value(),
                after,
                courseKey.value(),
                limit);
    }

    /** Whether changes, or news of whole course runs, wait anywhere for decisions to take effect. */
    public boolean anyPending() {
        return sql.first("""
                        (select 1 from standing where pending is not null limit 1)
                        union all (select 1 from withheld_course_news limit 1)
                        """, row -> true).isPresent();
    }

    /** Course runs that have standings or news that wait, in order, after the given one. */
    public List<CourseKey> courseRuns(String after, int limit) {
        return sql.query("""
                with recursive run as (
                    (select course_key from standing where course_key > ? order by course_key limit 1)
                    union all
                    select (select s.course_key from standing s where s.course_key > r.course_key
                            order by s.course_key limit 1)
                    from run r where r.course_key is not null)
                (select course_key from run where course_key is not null limit ?)
                union (select course_key from withheld_course_news where course_key > ? order by course_key limit ?)
                order by course_key limit ?
                """, row -> new CourseKey(Row.text(row, "course_key")), after, limit, after, limit, limit);
    }

    /** Keeps folded records. */
    public void saveStandings(List<Folded> records) {
        if (records.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into standing (learner_id, course_key, passing, grade, mode, is_active, beta_tester, allowlisted,
                                      invalidated, date_override, completion, completion_version, completion_settled,
                                      pending, terms_known, learner_known, folded_at, folded_sequence, folded_kind,
                                      folded_source, folded_id)
                select t.learner_id, t.course_key, t.passing, t.grade::numeric, t.mode, t.is_active, t.beta_tester,
                       t.allowlisted, t.invalidated, t.date_override::timestamptz, t.completion::numeric,
                       t.completion_version, t.completion_settled, t.pending, t.terms_known, t.learner_known,
                       t.folded_at::timestamptz, t.folded_sequence, t.folded_kind, t.folded_source, t.folded_id
                from unnest(?::text[], ?::text[], ?::bool[], ?::text[], ?::text[], ?::bool[], ?::bool[], ?::bool[],
                            ?::bool[], ?::text[], ?::text[], ?::bigint[], ?::bool[], ?::text[], ?::bigint[],
                            ?::bigint[], ?::text[], ?::bigint[], ?::int[], ?::text[], ?::text[])
                     as t (learner_id, course_key, passing, grade, mode, is_active, beta_tester, allowlisted, invalidated,
                           date_override, completion, completion_version, completion_settled, pending, terms_known,
                           learner_known, folded_at, folded_sequence, folded_kind, folded_source, folded_id)
                on conflict (course_key, learner_id) do update set passing = excluded.passing, grade = excluded.grade,
                    mode = excluded.mode, is_active = excluded.is_active, beta_tester = excluded.beta_tester,
                    allowlisted = excluded.allowlisted, invalidated = excluded.invalidated,
                    date_override = excluded.date_override, completion = excluded.completion,
                    completion_version = excluded.completion_version,
                    completion_settled = excluded.completion_settled, pending = excluded.pending,
                    terms_known = excluded.terms_known, learner_known = excluded.learner_known,
                    folded_at = excluded.folded_at, folded_sequence = excluded.folded_sequence, folded_kind = excluded.folded_kind,
                    folded_source = excluded.folded_source, folded_id = excluded.folded_id
                """,
                Column.texts(records, folded -> folded.key().learnerId()),
                Column.texts(records, folded -> folded.key().courseKey()),
                Column.flags(records, folded -> folded.record().standing().passing()),
                Column.texts(records, folded -> folded.record().standing().grade()),
                Column.texts(records, folded -> folded.record().standing().mode()),
                Column.flags(records, folded -> folded.record().standing().active()),
                Column.flags(records, folded -> folded.record().standing().betaTester()),
                Column.flags(records, folded -> folded.record().standing().allowlisted()),
                Column.flags(records, folded -> folded.record().standing().invalidated()),
                Column.texts(records, folded -> folded.record().standing().dateOverride()),
                Column.texts(records, folded -> percent(folded.record().standing())),
                Column.longs(records, folded -> version(folded.record().standing())),
                Column.flags(records, folded -> folded.record().standing().completionSettled()),
                Column.texts(records, Folded::pending),
                Column.longs(records, folded -> folded.record().termsKnown()),
                Column.longs(records, folded -> folded.record().learnerKnown()),
                Column.texts(records, folded -> place(folded).occurredAt()),
                Column.longs(records, folded -> place(folded).sequence()),
                Column.integers(records, folded -> place(folded).kind()),
                Column.texts(records, folded -> place(folded).source()),
                Column.texts(records, folded -> place(folded).id()));
    }

    private static @Nullable BigDecimal percent(Standing standing) {
        return standing.completion() == null ? null : standing.completion().percent();
    }

    private static @Nullable Long version(Standing standing) {
        return standing.completion() == null ? null : standing.completion().version();
    }

    private static FactOrder place(Folded folded) {
        FactOrder place = folded.record().foldedTo();
        if (place == null) {
            throw new IllegalArgumentException("a record without facts is not kept");
        }
        return place;
    }
}

package org.laurel.completion.verification.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.verification.domain.Difference;
import org.laurel.completion.verification.domain.Verification;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Keeps verifications. */
@ApplicationScoped
public class VerificationTable {

    /** How many differences a verification keeps. */
    private static final int KEPT = 100;

    private final Sql sql;
    private final VerificationRow rows;

    VerificationTable(Sql sql, VerificationRow rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /**
     * A verification that begins.
     *
     * @param night the day whose nightly one it is, null when somebody starts it
     */
    public record Begun(
            long id,
            long jobId,
            Verification.Scope scope,
            boolean repairs,
            @Nullable LocalDate night,
            String by,
            Instant at) {}

    /** The id of the next verification. */
    public long nextId() {
        return sql.first("select nextval(pg_get_serial_sequence('verification', 'id'))", row -> row.getLong(1))
                .orElseThrow();
    }

    /** Adds a verification. */
    public void insert(Begun begun) {
        sql.update(
                """
                insert into verification (id, job_id, course_key, listed, sample, numbers, is_repair, night, created_by,
                                          created_at)
                values (?, ?, ?, ?::integer, ?::integer, ?, ?, ?::date, ?, ?)
                """,
                begun.id(),
                begun.jobId(),
                begun.scope().courseKey() == null
                        ? null
                        : begun.scope().courseKey().value(),
                begun.scope().listed(),
                begun.scope().sample(),
                begun.scope().numbers().name(),
                begun.repairs(),
                begun.night() == null ? null : begun.night().toString(),
                begun.by(),
                begun.at());
    }

    /** Whether the verification of a night was begun. */
    public boolean isBegun(LocalDate night) {
        return sql.first("select 1 from verification where night = ?::date", row -> true, night.toString())
                .isPresent();
    }

    /** Keeps the first differences of a verification. */
    public void keep(long id, List<Difference> differences) {
        if (!differences.isEmpty()) {
            List<Difference> first = differences.subList(0, Math.min(KEPT, differences.size()));
            sql.update(
                    """
                    insert into verification_difference (verification_id, course_key, learner_id, kind, item, stored, walked)
                    select ?, t.course_key, t.learner_id, t.kind, t.item, t.stored, t.walked
                    from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                         with ordinality as t (course_key, learner_id, kind, item, stored, walked, place)
                    where t.place + (select count(*) from verification_difference where verification_id = ?) <= ?
                    order by t.place
                    """,
                    id,
                    Column.texts(first, Difference::courseKey),
                    Column.texts(first, Difference::learnerId),
                    Column.texts(first, Difference::kind),
                    Column.texts(first, Difference::item),
                    Column.texts(first, Difference::stored),
                    Column.texts(first, Difference::walked),
                    id,
                    KEPT);
        }
    }

    /** Keeps what a job came to for its verification, and forgets who was to be looked at. */
    public void finish(
            long jobId, String state, long done, @Nullable Long total, Map<String, Long> counts, Instant at) {
        sql.update("""
                with ended as (
                    update verification set state = ?, done = ?, total = ?::bigint, counts = ?::jsonb, finished_at = ?
                    where job_id = ? returning id),
                forgotten as (delete from verification_item i using ended where i.verification_id = ended.id)
                delete from verification_course c using ended where c.verification_id = ended.id
                """, state, done, total, rows.write(counts), at, jobId);
    }
}

package org.laurel.certificates.generation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.generation.domain.GenerationRun;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads the generation history. */
@ApplicationScoped
public class GenerationRunQuery {

    private static final String FILTER = """
            where (?::text is null or r.course_key = ?) and (?::text is null or lower(r.generated_by) = lower(?))
              and (?::bigint is null or r.job_id = ?) and (?::bool is null or r.is_regeneration = ?)
            """;

    private final Sql sql;
    private final GenerationRunRow rows;

    GenerationRunQuery(Sql sql, GenerationRunRow rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /**
     * Which entries of the history to list; null for any.
     *
     * @param generatedBy who started the run, ignoring case
     * @param task the run's job
     */
    public record Filter(
            @Nullable CourseKey courseKey,
            @Nullable String generatedBy,
            @Nullable Long task,
            @Nullable Boolean regeneration) {

        /** All runs of a course run. */
        public static Filter of(CourseKey courseKey) {
            return new Filter(courseKey, null, null, null);
        }

        @Nullable Object[] with(Object... more) {
            @Nullable Object[] all = new Object[8 + more.length];
            String course = courseKey == null ? null : courseKey.value();
            @Nullable Object[] own = {course, course, generatedBy, generatedBy, task, task, regeneration, regeneration};
            System.arraycopy(own, 0, all, 0, own.length);
            System.arraycopy(more, 0, all, own.length, more.length);
            return all;
        }
    }

    /** A learner whom a run had to leave out. */
    public record LeftOut(String learnerId, String error) {}

    /** A run, empty when there is none of this id. */
    public Optional<GenerationRun> find(long id) {
        return sql.first(GenerationRunRow.SELECT + "where r.id = ?", rows::run, id);
    }

    /** The run that a job works for. */
    public Optional<GenerationRun> ofJob(long jobId) {
        return sql.first(GenerationRunRow.SELECT + "where r.job_id = ?", rows::run, jobId);
    }

    /** Runs with an id below the given one, newest first. */
    public List<GenerationRun> before(Filter filter, long id, int limit) {
        return sql.query(
                GenerationRunRow.SELECT + FILTER + "and r.id < ? order by r.id desc limit ?",
                rows::run,
                filter.with(id, limit));
    }

    /** Runs of a page, newest first. */
    public List<GenerationRun> page(Filter filter, int offset, int limit) {
        return sql.query(
                GenerationRunRow.SELECT + FILTER + "order by r.id desc offset ? limit ?",
                rows::run,
                filter.with(offset, limit));
    }

    /** How many runs there are. */
    public long count(Filter filter) {
        return sql.first("select count(*) from generation_run r " + FILTER, row -> row.getLong(1), filter.with())
                .orElse(0L);
    }

    /** Learners whom a run had to leave out, the first hundred. */
    public List<LeftOut> leftOut(long runId) {
        return sql.query(
                "select learner_id, error from generation_run_failure where run_id = ? order by learner_id limit 100",
                row -> new LeftOut(Row.text(row, "learner_id"), Row.text(row, "error")),
                runId);
    }

    /** Course runs, in order, that have certificates with one of the statuses and are not among the excluded ones. */
    public List<CourseKey> courseRunsWith(List<CertificateStatus> statuses, List<CourseKey> excluded, int limit) {
        return sql.query(
                """
                select distinct course_key from certificate where status = any(?) and course_key <> all(?)
                order by course_key limit ?
                """,
                row -> new CourseKey(Row.text(row, "course_key")),
                Column.texts(statuses, CertificateStatus::slug),
                Column.texts(excluded, CourseKey::value),
                limit);
    }
}

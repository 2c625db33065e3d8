package org.laurel.programs.configuration.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.configuration.domain.CourseCertificate;
import org.laurel.programs.configuration.domain.CourseCertificates;
import org.laurel.programs.configuration.domain.DateFact;
import org.laurel.programs.configuration.domain.EnsureCourse;

/** Certificate configurations of course runs: one statement for all runs of a call. */
@ApplicationScoped
public class CourseCertificateStore {

    private static final int SUBJECTS = 64;

    private final Sql sql;

    CourseCertificateStore(Sql sql) {
        this.sql = sql;
    }

    /** A configuration to keep, and why it changed. */
    public record Written(CourseCertificate certificate, Cause cause) {}

    /**
     * What the dates of credentials in these runs depend on. Who dates by it holds these subjects until the end of the
     * transaction, before the catalogue; who changes configurations waits for them. All runs share {@value #SUBJECTS} of them: a
     * chunk of learners may have been in thousands of runs, and PostgreSQL's table of locks is made for some in each
     * transaction.
     */
    public static List<String> subjects(Collection<CourseKey> courseKeys) {
        return courseKeys.stream()
                .map(key -> "course-certificate:" + Math.floorMod(key.value().hashCode(), SUBJECTS))
                .distinct()
                .toList();
    }

    /** Configurations by run; runs without any are left out. */
    public Map<CourseKey, CourseCertificates> load(Collection<CourseKey> courseKeys) {
        Map<CourseKey, CourseCertificates> byRun = new HashMap<>();
        sql
                .query(
                        "select * from course_certificate where course_key = any(?) order by id",
                        CourseCertificateRow::certificate,
                        (Object) Column.texts(List.copyOf(courseKeys), CourseKey::value))
                .stream()
                .collect(Collectors.groupingBy(CourseCertificate::courseKey))
                .forEach((key, all) -> byRun.put(key, new CourseCertificates(all)));
        return byRun;
    }

    /** Ids for new configurations. */
    public List<Long> newIds(int count) {
        return sql.query(
                "select nextval(pg_get_serial_sequence('course_certificate', 'id')) from generate_series(1, ?)",
                row -> row.getLong(1),
                count);
    }

    /** Keeps configurations, each once; the database writes their history. */
    public void save(List<Written> changes) {
        if (changes.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into course_certificate (id, course_key, certificate_type, is_active, certificate_available_date,
                                                dated_at, dated_sequence, dated_kind, dated_source, dated_id, set_date,
                                                set_at, set_id, version, created_at, modified_at, changed_by,
                                                change_reason, cause_id)
                select t.id, t.course_key, t.certificate_type, t.is_active, t.available::timestamptz,
                       t.dated_at::timestamptz, t.dated_sequence, t.dated_kind, t.dated_source, t.dated_id,
                       t.set_date::timestamptz, t.set_at::timestamptz, t.set_id, t.version, t.created_at::timestamptz,
                       t.modified_at::timestamptz, t.changed_by, t.change_reason, t.cause_id
                from unnest(?::bigint[], ?::text[], ?::text[], ?::bool[], ?::text[], ?::text[], ?::bigint[], ?::int[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[])
                     as t (id, course_key, certificate_type, is_active, available, dated_at, dated_sequence, dated_kind,
                           dated_source, dated_id, set_date, set_at, set_id, version, created_at, modified_at, changed_by, change_reason, cause_id)
                on conflict (id) do update set certificate_type = excluded.certificate_type,
                    is_active = excluded.is_active, certificate_available_date = excluded.certificate_available_date,
                    dated_at = excluded.dated_at, dated_sequence = excluded.dated_sequence,
                    dated_kind = excluded.dated_kind, dated_source = excluded.dated_source,
                    dated_id = excluded.dated_id, set_date = excluded.set_date, set_at = excluded.set_at,
                    set_id = excluded.set_id, version = excluded.version, modified_at = excluded.modified_at,
                    changed_by = excluded.changed_by, change_reason = excluded.change_reason,
                    cause_id = excluded.cause_id
                """,
                Column.longs(changes, written -> written.certificate().id()),
                Column.texts(changes, written -> written.certificate().courseKey()),
                Column.texts(changes, written -> written.certificate().type().slug()),
                Column.flags(changes, written -> written.certificate().isActive()),
                Column.texts(changes, written -> written.certificate().availableDate()),
                Column.texts(changes, written -> dated(written).occurredAt()),
                Column.longs(changes, written -> dated(written).sequence()),
                Column.integers(changes, written -> dated(written).kind()),
                Column.texts(changes, written -> dated(written).source()),
                Column.texts(changes, written -> dated(written).id()),
                Column.texts(
                        changes, written -> set(written).map(DateFact::date).orElse(null)),
                Column.texts(
                        changes,
                        written -> set(written)
                                .map(fact -> fact.order().occurredAt())
                                .orElse(null)),
                Column.texts(
                        changes,
                        written -> set(written).map(fact -> fact.order().id()).orElse(null)),
                Column.longs(changes, written -> written.certificate().version()),
                Column.texts(changes, written -> written.certificate().createdAt()),
                Column.texts(changes, written -> written.certificate().modifiedAt()),
                Column.texts(changes, written -> written.cause().by()),
                Column.texts(changes, written -> written.cause().reason()),
                Column.texts(changes, written -> written.cause().id()));
    }

    /** Keeps an active configuration, without a date, for each of the runs that has none; each run once. */
    public void ensure(List<EnsureCourse> commands) {
        if (commands.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into course_certificate (course_key, certificate_type, is_active, dated_at, dated_sequence, dated_kind,
                                                dated_source, dated_id, version, created_at, modified_at, changed_by,
                                                change_reason, cause_id)
                select t.course_key, t.certificate_type, true, ?, ?, ?, ?, ?, 1, t.at::timestamptz, t.at::timestamptz,
                       t.changed_by, t.change_reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (course_key, certificate_type, at, changed_by, change_reason, cause_id)
                where not exists (select from course_certificate c where c.course_key = t.course_key)
                on conflict (course_key, certificate_type) do nothing
                """,
                DateFact.NEVER.occurredAt(),
                DateFact.NEVER.sequence(),
                DateFact.NEVER.kind(),
                DateFact.NEVER.source(),
                DateFact.NEVER.id(),
                Column.texts(commands, EnsureCourse::courseKey),
                Column.texts(commands, EnsureCourse::mode),
                Column.texts(commands, EnsureCourse::at),
                Column.texts(commands, command -> command.cause().by()),
                Column.texts(commands, command -> command.cause().reason()),
                Column.texts(commands, command -> command.cause().id()));
    }

    private static FactOrder dated(Written written) {
        return written.certificate().dated();
    }

    private static Optional<DateFact> set(Written written) {
        return Optional.ofNullable(written.certificate().set());
    }
}

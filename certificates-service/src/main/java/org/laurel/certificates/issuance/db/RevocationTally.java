package org.laurel.certificates.issuance.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Counts certificates that are taken back, by course run and minute. */
@ApplicationScoped
public class RevocationTally {

    private final Sql sql;

    RevocationTally(Sql sql) {
        this.sql = sql;
    }

    /** Adds what is taken back now, as part of the same transaction. */
    public void add(Map<CourseKey, Long> revoked, Instant now) {
        List<Map.Entry<CourseKey, Long>> rows = revoked.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((one, other) -> one.value().compareTo(other.value())))
                .toList();
        sql.update(
                """
                insert into revocation_tally as r (course_key, minute, revoked)
                select t.course_key, ?::timestamptz, t.revoked from unnest(?::text[], ?::bigint[]) as t (course_key, revoked)
                on conflict (course_key, minute) do update set revoked = r.revoked + excluded.revoked
                """,
                now.truncatedTo(ChronoUnit.MINUTES),
                Column.texts(rows, Map.Entry::getKey),
                Column.longs(rows, Map.Entry::getValue));
        sql.update("delete from revocation_tally where minute < ?", now.minus(Duration.ofDays(1)));
    }

    /**
     * What was taken back in the last hour.
     *
     * @param total over all course runs
     * @param byCourse of the course runs that were asked for; those without any are left out
     */
    public record LastHour(long total, Map<CourseKey, Long> byCourse) {

        /** What was taken back in a course run. */
        public long of(CourseKey course) {
            return byCourse.getOrDefault(course, 0L);
        }
    }

    /** What was taken back in the hour before now. */
    public LastHour lastHour(List<CourseKey> courses, Instant now) {
        Map<CourseKey, Long> byCourse = new HashMap<>();
        long[] total = {0};
        sql.query(
                """
                select course_key, sum(revoked) as revoked, course_key = any(?) as asked
                from revocation_tally where minute > ? group by course_key
                """,
                row -> {
                    long revoked = row.getLong("revoked");
                    total[0] += revoked;
                    return row.getBoolean("asked")
                            && byCourse.put(new CourseKey(Row.text(row, "course_key")), revoked) == null;
                },
                Column.texts(courses, CourseKey::value),
                now.minus(Duration.ofHours(1)));
        return new LastHour(total[0], byCourse);
    }

    /** Those of the course runs that have fewer granted certificates than this; looks at no more of them than that. */
    public Set<CourseKey> withFewerThan(Map<CourseKey, Long> counts) {
        List<Map.Entry<CourseKey, Long>> rows = List.copyOf(counts.entrySet());
        return Set.copyOf(sql.query(
                """
                select t.course_key from unnest(?::text[], ?::bigint[]) as t (course_key, enough)
                where (select count(*) from (select 1 from certificate c
                        where c.course_key = t.course_key and c.status = 'downloadable' limit t.enough) c) < t.enough
                """,
                row -> new CourseKey(Row.text(row, "course_key")),
                Column.texts(rows, Map.Entry::getKey),
                Column.longs(rows, Map.Entry::getValue)));
    }
}

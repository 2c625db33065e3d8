package org.laurel.programs.status.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Course credentials of many learners, each with its grade: one statement, however many are asked for. */
@ApplicationScoped
public class StatusQuery {

    private final Sql sql;

    StatusQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * Whose credentials are asked for, and in what.
     *
     * @param item a number of the asker's choice, which comes back with what is found
     * @param courses courses of the catalogue
     * @param runs course runs, each by its key or by its uuid in the catalogue, in lower case and with hyphens
     */
    public record Asked(int item, LearnerId learnerId, List<UUID> courses, List<String> runs) {}

    /**
     * A credential that holds and may be seen.
     *
     * @param courseUuid null for a run whose course has none in the catalogue
     * @param runUuid null for a run that has none in the catalogue
     * @param availableAt null when it shows at once
     */
    public record Found(
            int item,
            CourseKey courseKey,
            @Nullable UUID courseUuid,
            @Nullable String runUuid,
            String status,
            String mode,
            @Nullable Instant availableAt,
            @Nullable Graded grade) {}

    /** A grade in a course run. */
    public record Graded(String letter, BigDecimal percent, boolean verified) {}

    /** What is found, by item and course key. */
    public List<Found> find(List<Asked> asked, Instant visibleAt) {
        List<Wanted> courses = asked.stream().flatMap(Wanted::courses).toList();
        List<Wanted> runs = asked.stream().flatMap(Wanted::runs).toList();
        return sql.query(
                """
                with wanted_course as (select * from unnest(?::int[], ?::text[]) as t (item, word)),
                     wanted_run as (select * from unnest(?::int[], ?::text[]) as t (item, word)),
                     run as (
                         select w.item, r.course_key, r.course_uuid
                         from wanted_course w join program_course_run r on r.course_uuid = w.word::uuid
                         union all
                         select w.item, r.course_key, null
                         from wanted_run w join program_course_run r on r.run_uuid = w.word
                         union all
                         select w.item, w.word, null from wanted_run w),
                     distinct_run as (
                         select item, course_key, max(course_uuid::text)::uuid as course_uuid
                         from run group by item, course_key)
                select a.item, c.course_key, coalesce(d.course_uuid, k.course_uuid) as course_uuid, k.run_uuid, c.status, c.mode,
                       c.available_at, g.letter_grade, g.percent_grade, g.verified
                from unnest(?::int[], ?::text[]) as a (item, learner_id)
                join distinct_run d using (item)
                join course_credential c on c.learner_id = a.learner_id and c.course_key = d.course_key
                left join lateral (
                    select r.course_uuid, r.run_uuid from program_course_run r where r.course_key = c.course_key
                    order by r.course_uuid is distinct from d.course_uuid, r.run_uuid, r.course_uuid limit 1) k on true
                left join grade g on g.learner_id = c.learner_id and g.course_key = c.course_key
                where c.status = 'awarded' and (c.available_at is null or c.available_at <= ?)
                order by a.item, c.course_key
                """,
                StatusQuery::found,
                Column.integers(courses, Wanted::item),
                Column.texts(courses, Wanted::word),
                Column.integers(runs, Wanted::item),
                Column.texts(runs, Wanted::word),
                Column.integers(asked, Asked::item),
                Column.texts(asked, Asked::learnerId),
                visibleAt);
    }

    private record Wanted(int item, String word) {

        static Stream<Wanted> courses(Asked asked) {
            return asked.courses().stream().map(uuid -> new Wanted(asked.item(), uuid.toString()));
        }

        static Stream<Wanted> runs(Asked asked) {
            return asked.runs().stream().map(run -> new Wanted(asked.item(), run));
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getInt("item"),
                new CourseKey(Row.text(row, "course_key")),
                row.getObject("course_uuid", UUID.class),
                row.getString("run_uuid"),
                Row.text(row, "status"),
                Row.text(row, "mode"),
                Row.instantOrNull(row, "available_at"),
                graded(row));
    }

    private static @Nullable Graded graded(ResultSet row) throws SQLException {
        String letter = row.getString("letter_grade");
        return letter == null
                ? null
                : new Graded(letter, row.getBigDecimal("percent_grade"), row.getBoolean("verified"));
    }
}

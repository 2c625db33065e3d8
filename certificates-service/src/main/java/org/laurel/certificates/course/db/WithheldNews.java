package org.laurel.certificates.course.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CourseFact;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Which news of observed course runs nobody has been told. What they are then is read from the terms when they are told. */
@ApplicationScoped
public class WithheldNews {

    private final Sql sql;

    WithheldNews(Sql sql) {
        this.sql = sql;
    }

    /**
     * What is to be told of a course run.
     *
     * @param dates on which dates certificates show
     * @param switched whether it is to be told whether learners may ask for them
     * @param switchedAt when it was switched last, null when nobody knows; only of meaning when it is to be told
     */
    public record Kept(
            CourseKey courseKey,
            boolean dates,
            boolean switched,
            @Nullable Instant switchedAt) {}

    /** Notes that these have not been told. */
    public void keep(List<CourseFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into withheld_course_news as w (course_key, dates, switched, switched_at)
                select t.course_key, bool_or(t.dates), bool_or(not t.dates), max(t.switched_at::timestamptz)
                from unnest(?::text[], ?::bool[], ?::text[]) as t (course_key, dates, switched_at) group by t.course_key
                on conflict (course_key) do update
                    set dates = w.dates or excluded.dates, switched = w.switched or excluded.switched,
                        switched_at = greatest(w.switched_at, excluded.switched_at)
                """,
                Column.texts(facts, CourseFact::courseKey),
                Column.flags(facts, WithheldNews::isOfDates),
                Column.texts(facts, WithheldNews::switchedAt));
    }

    /** Forgets news that what is told now has overtaken. */
    public void overtake(List<CourseFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        sql.update("""
                update withheld_course_news w set dates = w.dates and not t.dates, switched = w.switched and not t.switched
                from (select u.course_key, bool_or(u.dates) as dates, bool_or(not u.dates) as switched
                      from unnest(?::text[], ?::bool[]) as u (course_key, dates) group by u.course_key) t
                where w.course_key = t.course_key
                """, Column.texts(facts, CourseFact::courseKey), Column.flags(facts, WithheldNews::isOfDates));
    }

    /** Takes what was kept of course runs out, to be told. */
    public List<Kept> take(Collection<CourseKey> courseKeys) {
        Object keys = Column.texts(List.copyOf(courseKeys), CourseKey::value);
        return sql.query(
                "delete from withheld_course_news where course_key = any(?) returning *", WithheldNews::kept, keys);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new CourseKey(Row.text(row, "course_key")),
                row.getBoolean("dates"),
                row.getBoolean("switched"),
                Row.instantOrNull(row, "switched_at"));
    }

    private static @Nullable Instant switchedAt(CourseFact fact) {
        return fact instanceof CourseFact.GenerationSwitched switched ? switched.occurredAt() : null;
    }

    private static boolean isOfDates(CourseFact fact) {
        return fact instanceof CourseFact.DatesChanged;
    }
}

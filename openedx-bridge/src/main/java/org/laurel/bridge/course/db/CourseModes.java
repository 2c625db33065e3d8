package org.laurel.bridge.course.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.bridge.course.domain.CourseMode;
import org.laurel.bridge.course.domain.ToldModes;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Our replica of the modes in which course runs are offered. */
@ApplicationScoped
public class CourseModes {

    private final Sql sql;

    CourseModes(Sql sql) {
        this.sql = sql;
    }

    /** A mode with its place in the list that it belongs to. */
    private record Placed(CourseKey courseKey, int position, CourseMode mode) {}

    /** Stores lists of different course runs; what is known in the same or a newer version stays. */
    public void save(List<ToldModes> lists) {
        Set<String> newer = new HashSet<>(saveVersions(lists));
        if (newer.isEmpty()) {
            return;
        }
        sql.update("delete from course_mode where course_key = any(?)", (Object) newer.toArray(String[]::new));
        List<Placed> placed = new ArrayList<>();
        for (ToldModes list : lists) {
            if (newer.contains(list.courseKey().value())) {
                for (CourseMode mode : list.modes()) {
                    placed.add(new Placed(list.courseKey(), placed.size(), mode));
                }
            }
        }
        saveModes(placed);
    }

    /** The modes of those course runs that have any, in their order. */
    public Map<CourseKey, List<CourseMode>> find(Collection<CourseKey> courseKeys) {
        Map<CourseKey, List<CourseMode>> found = new HashMap<>();
        sql.query(
                """
                select course_key, slug, expires_at from course_mode where course_key = any(?)
                order by course_key, position
                """,
                row -> found.computeIfAbsent(new CourseKey(Row.text(row, "course_key")), key -> new ArrayList<>())
                        .add(new CourseMode(Row.text(row, "slug"), Row.instantOrNull(row, "expires_at"))),
                (Object) courseKeys.stream().map(CourseKey::value).distinct().toArray(String[]::new));
        return found;
    }

    private List<String> saveVersions(List<ToldModes> lists) {
        return sql.query(
                """
                insert into course_mode_list as l (course_key, version)
                select * from unnest(?::text[], ?::bigint[])
                on conflict (course_key) do update set version = excluded.version where l.version < excluded.version
                returning course_key
                """,
                row -> Row.text(row, "course_key"),
                Column.texts(lists, ToldModes::courseKey),
                Column.longs(lists, ToldModes::version));
    }

    private void saveModes(List<Placed> placed) {
        sql.update(
                """
                insert into course_mode (course_key, position, slug, expires_at)
                select t.course_key, t.position, t.slug, t.expires_at::timestamptz
                from unnest(?::text[], ?::int[], ?::text[], ?::text[]) as t (course_key, position, slug, expires_at)
                """,
                Column.texts(placed, Placed::courseKey),
                Column.integers(placed, Placed::position),
                Column.texts(placed, one -> one.mode().slug()),
                Column.texts(placed, one -> one.mode().expiresAt()));
    }
}

package org.laurel.programs.courserun.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.courserun.domain.CourseMode;
import org.laurel.programs.courserun.domain.ToldModes;

/** Our replica of course runs' modes, written from enrollment-service's facts only. */
@ApplicationScoped
public class CourseModeStore {

    private final Sql sql;

    CourseModeStore(Sql sql) {
        this.sql = sql;
    }

    /** A mode with its place in the list that it belongs to. */
    private record Placed(ToldModes list, int position, CourseMode mode) {}

    /** Stores lists of different course runs; what is known in the same or a newer version stays. */
    public void save(List<ToldModes> lists) {
        Set<String> newer = new HashSet<>(saveVersions(lists));
        if (newer.isEmpty()) {
            return;
        }
        sql.update("delete from course_mode where course_key = any(?)", (Object) newer.toArray(String[]::new));
        List<Placed> modes = new ArrayList<>();
        for (ToldModes list : lists) {
            if (newer.contains(list.courseKey().value())) {
                for (int i = 0; i < list.modes().size(); i++) {
                    modes.add(new Placed(list, i, list.modes().get(i)));
                }
            }
        }
        saveModes(modes);
    }

    private List<String> saveVersions(List<ToldModes> lists) {
        return sql.query(
                """
                insert into course_mode_list as l (course_key, version, occurred_at)
                select t.course_key, t.version, t.occurred_at::timestamptz
                from unnest(?::text[], ?::bigint[], ?::text[]) as t (course_key, version, occurred_at)
                on conflict (course_key) do update set version = excluded.version, occurred_at = excluded.occurred_at
                where (l.version, l.occurred_at) < (excluded.version, excluded.occurred_at)
                returning course_key
                """,
                row -> Row.text(row, "course_key"),
                Column.texts(lists, ToldModes::courseKey),
                Column.longs(lists, ToldModes::version),
                Column.texts(lists, ToldModes::occurredAt));
    }

    private void saveModes(List<Placed> modes) {
        sql.update(
                """
                insert into course_mode (course_key, position, slug, name, min_price, currency, expires_at)
                select t.course_key, t.position, t.slug, t.name, t.min_price, t.currency, t.expires_at::timestamptz
                from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[])
                     as t (course_key, position, slug, name, min_price, currency, expires_at)
                """,
                Column.texts(modes, placed -> placed.list().courseKey()),
                Column.integers(modes, Placed::position),
                Column.texts(modes, placed -> placed.mode().slug()),
                Column.texts(modes, placed -> placed.mode().name()),
                Column.integers(modes, placed -> placed.mode().minPrice()),
                Column.texts(modes, placed -> placed.mode().currency()),
                Column.texts(modes, placed -> placed.mode().expiresAt()));
    }
}

package org.laurel.certificates.mode.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.laurel.certificates.mode.domain.CourseMode;
import org.laurel.certificates.mode.domain.ToldModes;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Our replica of course runs' modes, written from enrollment-service's facts only. */
@ApplicationScoped
public class ModeTable {

    private final Sql sql;

    ModeTable(Sql sql) {
        this.sql = sql;
    }

    /** A mode with its place in the list that it belongs to. */
    private record Placed(ToldModes list, int position, CourseMode mode) {}

    /** Stores lists of different course runs; what is known in the same or a newer version stays. */
    public void save(List<ToldModes> lists) {
        Set<String> newer = new HashSet<>(saveVersions(lists));
        List<Placed> modes = new ArrayList<>();
        for (ToldModes list : lists) {
            if (newer.contains(list.courseKey().value())) {
                place(list, modes);
            }
        }
        if (!newer.isEmpty()) {
            removeOthers(newer, modes);
            saveModes(modes);
        }
    }

    private static void place(ToldModes list, List<Placed> modes) {
        List<CourseMode> all = list.modes().all();
        for (int i = 0; i < all.size(); i++) {
            modes.add(new Placed(list, i, all.get(i)));
        }
    }

    private List<String> saveVersions(List<ToldModes> lists) {
        return sql.query(
                """
                insert into course_mode_list as l (course_key, version, occurred_at, changed_by, cause_id)
                select t.course_key, t.version, t.occurred_at::timestamptz, t.changed_by, t.cause_id
                from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                     as t (course_key, version, occurred_at, changed_by, cause_id)
                on conflict (course_key) do update set version = excluded.version, occurred_at = excluded.occurred_at,
                    changed_by = excluded.changed_by, cause_id = excluded.cause_id
                where l.version < excluded.version
                returning course_key
                """,
                row -> Row.text(row, "course_key"),
                Column.texts(lists, ToldModes::courseKey),
                Column.longs(lists, ToldModes::version),
                Column.texts(lists, ToldModes::occurredAt),
                Column.texts(lists, list -> list.cause().by()),
                Column.texts(lists, list -> list.cause().id()));
    }

    private void removeOthers(Set<String> courseKeys, List<Placed> kept) {
        sql.update(
                """
                delete from course_mode m
                where m.course_key = any(?) and not exists (
                    select 1 from unnest(?::text[], ?::text[], ?::text[]) as t (course_key, slug, currency)
                    where (t.course_key, t.slug, t.currency) = (m.course_key, m.slug, m.currency))
                """,
                (Object) courseKeys.toArray(String[]::new),
                Column.texts(kept, placed -> placed.list().courseKey()),
                Column.texts(kept, placed -> placed.mode().slug()),
                Column.texts(kept, placed -> placed.mode().currency()));
    }

    /** A mode that is as it was gets no new version in its history. */
    private void saveModes(List<Placed> modes) {
        sql.update(
                """
                insert into course_mode as m
                    (course_key, slug, currency, position, name, min_price, expires_at, changed_by, cause_id)
                select t.course_key, t.slug, t.currency, t.position, t.name, t.min_price, t.expires_at::timestamptz,
                       t.changed_by, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[])
                     as t (course_key, slug, currency, position, name, min_price, expires_at, changed_by, cause_id)
                on conflict (course_key, slug, currency) do update set position = excluded.position, name = excluded.name,
                    min_price = excluded.min_price, expires_at = excluded.expires_at,
                    changed_by = excluded.changed_by, cause_id = excluded.cause_id
                where (m.position, m.name, m.min_price, m.expires_at)
                    is distinct from (excluded.position, excluded.name, excluded.min_price, excluded.expires_at)
                """,
                Column.texts(modes, placed -> placed.list().courseKey()),
                Column.texts(modes, placed -> placed.mode().slug()),
                Column.texts(modes, placed -> placed.mode().currency()),
                Column.integers(modes, Placed::position),
                Column.texts(modes, placed -> placed.mode().name()),
                Column.integers(modes, placed -> placed.mode().minPrice()),
                Column.texts(modes, placed -> placed.mode().expiresAt()),
                Column.texts(modes, placed -> placed.list().cause().by()),
                Column.texts(modes, placed -> placed.list().cause().id()));
    }
}

package org.laurel.programs.catalogue.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads course runs where programs' documents list them. Deleted programs do not count. */
@ApplicationScoped
public class ListedRunQuery {

    private static final String GROUPS = " group by r.course_key order by r.course_key collate \"C\"";

    private final Sql sql;

    ListedRunQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * A run and the programs that have it.
     *
     * @param courseUuid null when the documents give none
     */
    public record Listed(String courseKey, @Nullable UUID courseUuid, String courseTitle, List<UUID> programs) {}

    /**
     * A run as one program lists it.
     *
     * @param mode the seat mode that the program asks for, null for any
     * @param run what the program's document says of the run, as JSON
     */
    public record Place(
            UUID programUuid,
            String title,
            String type,
            String status,
            boolean hidden,
            @Nullable UUID courseUuid,
            @Nullable String courseKey,
            String courseTitle,
            @Nullable String mode,
            String run) {}

    /** Which runs are asked for; null does not restrict. */
    public record Filter(
            @Nullable UUID program,
            @Nullable UUID course,
            @Nullable String text) {}

    /** Where programs list a run, oldest program first. */
    public List<Place> places(CourseKey courseKey) {
        return sql.query("""
                select p.program_uuid, p.title, p.type, p.status, p.hidden, r.course_uuid, r.course_title, r.mode,
                       p.document #>> array['courses', r.course_position::text, 'key'] as catalogue_key,
                       p.document #> array['courses', r.course_position::text, 'course_runs', r.run_position::text] as run
                from program_course_run r join program p using (program_uuid)
                where r.course_key = ? and p.status <> 'deleted' order by p.id
                """, ListedRunQuery::place, courseKey.value());
    }

    /** How many runs the filter lets through. */
    public long count(Filter filter) {
        Conditions conditions = conditions(filter);
        return sql.query(
                        "select count(distinct r.course_key) from program_course_run r join program p using (program_uuid)"
                                + conditions.sql(),
                        row -> row.getLong(1),
                        conditions.arguments())
                .getFirst();
    }

    /** A page of the runs that the filter lets through, by key. */
    public List<Listed> page(Filter filter, int offset, int limit) {
        return select(conditions(filter), " offset ? limit ?", offset, limit);
    }

    /** Those after a key. */
    public List<Listed> after(Filter filter, String key, int limit) {
        return select(conditions(filter).add("r.course_key collate \"C\" > ?", key), " limit ?", limit);
    }

    private List<Listed> select(Conditions conditions, String cut, Object... more) {
        return sql.query(
                """
                select r.course_key, (array_agg(r.course_uuid order by p.id))[1] as course_uuid,
                       (array_agg(r.course_title order by p.id))[1] as course_title,
                       array_agg(r.program_uuid order by p.id) as programs
                from program_course_run r join program p using (program_uuid)
                """ + conditions.sql() + GROUPS + cut,
                row -> new Listed(
                        Row.text(row, "course_key"),
                        uuid(row, "course_uuid"),
                        Row.text(row, "course_title"),
                        Arrays.asList((UUID[]) row.getArray("programs").getArray())),
                conditions.arguments(more));
    }

    private static Conditions conditions(Filter filter) {
        return new Conditions()
                .add("p.status <> ?", "deleted")
                .add(
                        "r.course_key in (select o.course_key from program_course_run o where o.program_uuid = ?)",
                        filter.program())
                .add("r.course_uuid = ?", filter.course())
                .addAll("(r.course_key ilike ? or r.course_title ilike ?)", Conditions.containing(filter.text()), 2);
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                UUID.fromString(Row.text(row, "program_uuid")),
                Row.text(row, "title"),
                Row.text(row, "type"),
                Row.text(row, "status"),
                row.getBoolean("hidden"),
                uuid(row, "course_uuid"),
                row.getString("catalogue_key"),
                Row.text(row, "course_title"),
                row.getString("mode"),
                Row.text(row, "run"));
    }

    private static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}

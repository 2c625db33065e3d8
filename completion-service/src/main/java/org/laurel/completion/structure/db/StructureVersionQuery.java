package org.laurel.completion.structure.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.StructureVersion;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads what was published for a course run before. */
@ApplicationScoped
public class StructureVersionQuery {

    private final Sql sql;
    private final StructureStore structures;

    StructureVersionQuery(Sql sql, StructureStore structures) {
        this.sql = sql;
        this.structures = structures;
    }

    /**
     * The publications of a course run, the one that counts first, then as they would count in its place.
     *
     * @param after only those behind the publication with this id, unless it is null
     */
    public List<StructureVersion> list(CourseKey courseKey, @Nullable Long after, int limit) {
        return sql.query(
                """
                with counting as (select id from course_structure where course_key = ?
                                  order by occurred_at desc, version desc, content_hash desc limit 1)
                select s.id, s.version, s.occurred_at, s.changed_by, s.created_at, s.block_count, s.id = counting.id as counts
                from course_structure s cross join counting
                where s.course_key = ? and (?::bigint is null or (s.occurred_at, s.version, s.content_hash) < (
                    select a.occurred_at, a.version, a.content_hash from course_structure a where a.id = ?::bigint))
                order by s.occurred_at desc, s.version desc, s.content_hash desc limit ?
                """, StructureVersionQuery::version, courseKey.value(), courseKey.value(), after, after, limit);
    }

    /** The structure with the publisher's number; of several the one that would count. */
    public Optional<CourseStructure> find(CourseKey courseKey, long version) {
        return sql.first("""
                        select id from course_structure where course_key = ? and version = ?
                        order by occurred_at desc, content_hash desc limit 1
                        """, row -> row.getLong("id"), courseKey.value(), version)
                .flatMap(id -> structures.load(List.of(id)).values().stream().findFirst());
    }

    private static StructureVersion version(ResultSet row) throws SQLException {
        return new StructureVersion(
                row.getLong("id"),
                row.getLong("version"),
                Row.instant(row, "occurred_at"),
                Row.text(row, "changed_by"),
                Row.instant(row, "created_at"),
                row.getInt("block_count"),
                row.getBoolean("counts"));
    }
}

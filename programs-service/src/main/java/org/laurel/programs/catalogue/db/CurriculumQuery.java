package org.laurel.programs.catalogue.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.catalogue.domain.OfferedCourse;

/**
 * Reads all courses of a program: its own, those of its primary curriculum (the first active one), and the same of the programs
 * in that curriculum, however deep, in one statement. Of a program in a curriculum the catalogue's own document counts; one
 * that the catalogue does not know counts as the curriculum has it. A document that comes twice, in a circle for instance,
 * counts once. Deleted programs, and those without a uuid, are passed over. Source: programs, curriculum rules.
 */
@ApplicationScoped
public class CurriculumQuery {

    private static final String PRIMARY = """
            (select e.value from jsonb_array_elements(%s) with ordinality e (value, n)
             where e.value -> 'is_active' = 'true' order by e.n limit 1)""".formatted(list("t.document -> 'curricula'"));

    private static final String SELECT = """
            with recursive tree (program_uuid, document) as (
                select program_uuid, document from program where program_uuid = ?
                union
                select child.uuid, coalesce(c.document, child.value) from tree t
                cross join lateral %1$s curriculum (value)
                cross join lateral (
                    select e.value, case when e.value ->> 'uuid' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                                         then (e.value ->> 'uuid')::uuid end as uuid
                    from jsonb_array_elements(%2$s) e (value)) child
                left join program c on c.program_uuid = child.uuid
                where child.uuid is not null and c.status is distinct from 'deleted')
            select t.program_uuid, s.course ->> 'uuid' as uuid, s.course ->> 'key' as key, s.course ->> 'title' as title,
                   array(select r.value ->> 'key' from jsonb_array_elements(%3$s) with ordinality r (value, n)
                         where r.value ->> 'key' is not null order by r.n) as runs
            from tree t
            cross join lateral (
                select 1 as source, n, value as course from jsonb_array_elements(%4$s) with ordinality o (value, n)
                union all
                select 2, o.n, o.value from %1$s curriculum (value)
                cross join lateral jsonb_array_elements(%5$s) with ordinality o (value, n)) s
            order by t.program_uuid <> ?, t.program_uuid, s.source, s.n
            """.formatted(
                    PRIMARY,
                    list("curriculum.value -> 'programs'"),
                    list("s.course -> 'course_runs'"),
                    list("t.document -> 'courses'"),
                    list("curriculum.value -> 'courses'"));

    private final Sql sql;

    CurriculumQuery(Sql sql) {
        this.sql = sql;
    }

    /** The courses of a program, its own first; empty when the program is unknown. */
    public List<OfferedCourse> courses(UUID program) {
        return OfferedCourse.union(sql.query(SELECT, CurriculumQuery::place, program, program));
    }

    private static OfferedCourse place(ResultSet row) throws SQLException {
        return new OfferedCourse(
                row.getString("uuid"),
                row.getString("key"),
                row.getString("title"),
                Row.texts(row, "runs"),
                List.of(UUID.fromString(Row.text(row, "program_uuid"))));
    }

    /** A member that should be a list, empty when it is something else. */
    private static String list(String member) {
        return "case jsonb_typeof(%1$s) when 'array' then %1$s else '[]' end".formatted(member);
    }
}

package org.laurel.programs.catalogue.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.catalogue.domain.Extent;
import org.laurel.programs.catalogue.domain.ProgramDetail;

/** Reads program documents, each call with one statement. Lists are by title, and hold offered and retired programs only. */
@ApplicationScoped
public class ProgramDetailQuery {

    private static final String LISTED = " and p.status in ('active', 'retired') order by p.title, p.program_uuid";
    private static final String COURSE_UUIDS =
            "lower(jsonb_path_query_array(p.document, '$.courses[*].uuid')::text)::jsonb";

    private final Sql sql;
    private final ProgramDetailReader reader = new ProgramDetailReader();

    ProgramDetailQuery(Sql sql) {
        this.sql = sql;
    }

    /** The program with this uuid, whatever its status. */
    public Optional<ProgramDetail> find(UUID uuid) {
        return sql.first(select(Extent.DOCUMENT) + "p.program_uuid = ?", reader::program, uuid);
    }

    /** The programs with these uuids by uuid, whatever their status, in the order of their titles; unknown ones are left out. */
    public Map<UUID, ProgramDetail> load(Collection<UUID> uuids) {
        return load(uuids, Extent.DOCUMENT);
    }

    /** The same, read as far as is asked for. */
    public Map<UUID, ProgramDetail> load(Collection<UUID> uuids, Extent extent) {
        Map<UUID, ProgramDetail> byUuid = new LinkedHashMap<>();
        sql.query(
                        select(extent) + "p.program_uuid = any(?::uuid[]) order by p.title, p.program_uuid",
                        reader::program,
                        (Object) Column.texts(List.copyOf(uuids), uuid -> uuid))
                .forEach(program -> byUuid.put(program.uuid(), program));
        return byUuid;
    }

    /** The programs that have one of the runs or one of the courses. */
    public List<ProgramDetail> containing(Collection<CourseKey> runs, Collection<UUID> courseUuids) {
        return containing(runs, courseUuids, Extent.DOCUMENT);
    }

    /** The same, read as far as is asked for. */
    public List<ProgramDetail> containing(Collection<CourseKey> runs, Collection<UUID> courseUuids, Extent extent) {
        return sql.query(
                select(extent)
                        + "p.program_uuid in (select r.program_uuid from program_course_run r where r.course_key = any(?)"
                        + " union select p.program_uuid from program p where " + COURSE_UUIDS + " ??| ?)" + LISTED,
                reader::program,
                Column.texts(List.copyOf(runs), CourseKey::value),
                Column.texts(List.copyOf(courseUuids), uuid -> uuid));
    }

    private static String select(Extent extent) {
        return switch (extent) {
            case OUTLINE -> "select p.program_uuid, p.outline as document from program p where ";
            case DOCUMENT -> "select p.program_uuid, p.document from program p where ";
        };
    }
}

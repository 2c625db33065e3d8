package org.laurel.programs.catalogue.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.catalogue.domain.StoredProgram;

/** Reads what programs ask of learners, for those who award and count by it: one statement for any number of programs. */
@ApplicationScoped
public class StoredProgramQuery {

    private final Sql sql;

    StoredProgramQuery(Sql sql) {
        this.sql = sql;
    }

    /** Programs by uuid; unknown ones are left out. */
    public Map<UUID, StoredProgram> load(Collection<UUID> uuids) {
        List<UUID> wanted = List.copyOf(uuids);
        return byUuid(sql.query(
                ProgramRow.SELECT + "where p.program_uuid = any(?::uuid[])" + ProgramRow.ORDER, ProgramRow::of, (Object)
                        Column.texts(wanted, uuid -> uuid)));
    }

    /** The programs, whatever their status, that have one of the course runs. */
    public Map<UUID, StoredProgram> containing(Collection<CourseKey> courseKeys) {
        List<CourseKey> wanted = List.copyOf(courseKeys);
        return byUuid(sql.query(ProgramRow.SELECT + """
                        where p.program_uuid in (select c.program_uuid from program_course_run c where c.course_key = any(?))
                        """ + ProgramRow.ORDER, ProgramRow::of, (Object)
                Column.texts(wanted, CourseKey::value)));
    }

    private static Map<UUID, StoredProgram> byUuid(List<ProgramRow> rows) {
        return ProgramRow.programs(rows).stream()
                .collect(Collectors.toMap(stored -> stored.program().uuid(), Function.identity()));
    }
}

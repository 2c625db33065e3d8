package org.laurel.programs.catalogue.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.catalogue.domain.DefineProgram;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramCourse;
import org.laurel.programs.catalogue.domain.ProgramRun;
import org.laurel.programs.catalogue.domain.ProgramStatus;

/** Writes programs: one statement per table for all programs of a call. */
@ApplicationScoped
public class ProgramStore {

    private final Sql sql;

    ProgramStore(Sql sql) {
        this.sql = sql;
    }

    /** A program to keep. */
    public record Written(DefineProgram command, long version, Instant at) {}

    /** The documents of programs, each with another status; unknown programs are left out. */
    public Map<UUID, String> documents(Collection<UUID> uuids, ProgramStatus status) {
        return sql
                .query(
                        "select program_uuid, (document || jsonb_build_object('status', ?::text))::text as document"
                                + " from program where program_uuid = any(?::uuid[])",
                        row -> Map.entry(UUID.fromString(Row.text(row, "program_uuid")), Row.text(row, "document")),
                        status.slug(),
                        Column.texts(List.copyOf(uuids), uuid -> uuid))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The programs whose stored document says what the command's document says. */
    public Set<UUID> same(List<DefineProgram> commands) {
        return new HashSet<>(sql.query(
                """
                select p.program_uuid
                from unnest(?::text[], ?::text[], ?::text[]) as t (program_uuid, document, requirements)
                join program p on p.program_uuid = t.program_uuid::uuid
                where p.document = t.document::jsonb || jsonb_build_object('uuid', t.program_uuid)
                  and p.requirements = t.requirements::jsonb
                """,
                row -> UUID.fromString(Row.text(row, "program_uuid")),
                Column.texts(commands, command -> command.program().uuid()),
                Column.texts(commands, DefineProgram::document),
                Column.texts(
                        commands,
                        command -> RequirementColumn.write(command.program().requirements()))));
    }

    /** Keeps programs; the database writes their history. */
    public void save(List<Written> programs) {
        if (!programs.isEmpty()) {
            savePrograms(programs);
            sql.update("delete from program_course_run where program_uuid = any(?::uuid[])", (Object)
                    Column.texts(programs, written -> program(written).uuid()));
            saveRuns(programs.stream().flatMap(ProgramStore::runs).toList());
        }
    }

    private void savePrograms(List<Written> programs) {
        sql.update(
                """
                insert into program (program_uuid, title, type, status, course_count, hidden, requirements,
                                     document, version, created_at, modified_at, changed_by, change_reason, cause_id)
                select t.program_uuid::uuid, t.title, t.type, t.status, t.course_count,
                       coalesce(t.document::jsonb -> 'hidden' = 'true', false), t.requirements::jsonb,
                       t.document::jsonb || jsonb_build_object('uuid', t.program_uuid), t.version, t.at::timestamptz,
                       t.at::timestamptz, t.changed_by, t.change_reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[],
                            ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (program_uuid, title, type, status, course_count, requirements, document, version, at,
                           changed_by, change_reason, cause_id)
                on conflict (program_uuid) do update set title = excluded.title, type = excluded.type,
                    status = excluded.status, course_count = excluded.course_count,
                    hidden = excluded.hidden, requirements = excluded.requirements, document = excluded.document,
                    version = excluded.version, modified_at = excluded.modified_at, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                """,
                Column.texts(programs, written -> program(written).uuid()),
                Column.texts(programs, written -> program(written).title()),
                Column.texts(programs, written -> program(written).type()),
                Column.texts(programs, written -> program(written).status().slug()),
                Column.integers(programs, written -> program(written).courses().size()),
                Column.texts(
                        programs,
                        written -> RequirementColumn.write(program(written).requirements())),
                Column.texts(programs, written -> written.command().document()),
                Column.longs(programs, Written::version),
                Column.texts(programs, Written::at),
                Column.texts(programs, written -> written.command().cause().by()),
                Column.texts(programs, written -> written.command().cause().reason()),
                Column.texts(programs, written -> written.command().cause().id()));
    }

    private void saveRuns(List<RunRow> rows) {
        sql.update(
                """
                insert into program_course_run (program_uuid, course_key, course_position, course_uuid, course_title,
                                                run_position, run_uuid, mode)
                select t.program_uuid::uuid, t.course_key, t.course_position, t.course_uuid::uuid, t.course_title,
                       t.run_position, lower(p.document #>> array['courses', t.course_position::text, 'course_runs',
                                                                  t.run_position::text, 'uuid']), t.mode
                from unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::int[], ?::text[])
                     as t (program_uuid, course_key, course_position, course_uuid, course_title, run_position, mode)
                join program p on p.program_uuid = t.program_uuid::uuid
                """,
                Column.texts(rows, RunRow::programUuid),
                Column.texts(rows, row -> row.run().courseKey()),
                Column.integers(rows, RunRow::coursePosition),
                Column.texts(rows, RunRow::courseUuid),
                Column.texts(rows, RunRow::courseTitle),
                Column.integers(rows, RunRow::runPosition),
                Column.texts(rows, row -> row.run().mode()));
    }

    private static Program program(Written written) {
        return written.command().program();
    }

    private record RunRow(
            UUID programUuid,
            int coursePosition,
            @Nullable UUID courseUuid,
            String courseTitle,
            int runPosition,
            ProgramRun run) {}

    private static Stream<RunRow> runs(Written written) {
        List<RunRow> rows = new ArrayList<>();
        List<ProgramCourse> courses = program(written).courses();
        for (int i = 0; i < courses.size(); i++) {
            ProgramCourse course = courses.get(i);
            for (int j = 0; j < course.runs().size(); j++) {
                rows.add(new RunRow(
                        program(written).uuid(),
                        i,
                        course.uuid(),
                        course.title(),
                        j,
                        course.runs().get(j)));
            }
        }
        return rows.stream();
    }
}

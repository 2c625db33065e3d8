package org.laurel.programs.catalogue.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramCourse;
import org.laurel.programs.catalogue.domain.ProgramRun;
import org.laurel.programs.catalogue.domain.ProgramStatus;
import org.laurel.programs.catalogue.domain.Requirement;
import org.laurel.programs.catalogue.domain.StoredProgram;

/** One run of a program, or a program without runs, from the columns of {@link #SELECT}. */
record ProgramRow(
        UUID uuid,
        long id,
        String title,
        String type,
        ProgramStatus status,
        int courseCount,
        List<Requirement> requirements,
        long version,
        Instant createdAt,
        Instant modifiedAt,
        @Nullable Run run) {

    /** Programs with their runs; append a condition on {@code p}, then {@link #ORDER}. */
    static final String SELECT = """
            select p.program_uuid, p.id, p.title, p.type, p.status, p.course_count, p.requirements, p.version,
                   p.created_at, p.modified_at, r.course_position, r.course_uuid, r.course_title, r.course_key, r.mode
            from program p left join program_course_run r using (program_uuid)
            """;

    /** Programs by uuid, runs as in the document. */
    static final String ORDER = " order by p.program_uuid, r.course_position, r.run_position";

    /** A run and the course that it belongs to. */
    record Run(int coursePosition, @Nullable UUID courseUuid, String courseTitle, ProgramRun run) {}

    static ProgramRow of(ResultSet row) throws SQLException {
        return new ProgramRow(
                UUID.fromString(Row.text(row, "program_uuid")),
                row.getLong("id"),
                Row.text(row, "title"),
                Row.text(row, "type"),
                ProgramStatus.of(Row.text(row, "status")),
                row.getInt("course_count"),
                RequirementColumn.read(Row.text(row, "requirements")),
                row.getLong("version"),
                Row.instant(row, "created_at"),
                Row.instant(row, "modified_at"),
                row.getString("course_key") == null ? null : run(row));
    }

    /** Puts the rows of programs together. */
    static List<StoredProgram> programs(List<ProgramRow> rows) {
        Map<UUID, List<ProgramRow>> byProgram = new LinkedHashMap<>();
        rows.forEach(row ->
                byProgram.computeIfAbsent(row.uuid(), uuid -> new ArrayList<>()).add(row));
        return byProgram.values().stream().map(ProgramRow::program).toList();
    }

    private static Run run(ResultSet row) throws SQLException {
        String courseUuid = row.getString("course_uuid");
        return new Run(
                row.getInt("course_position"),
                courseUuid == null ? null : UUID.fromString(courseUuid),
                Row.text(row, "course_title"),
                new ProgramRun(new CourseKey(Row.text(row, "course_key")), row.getString("mode")));
    }

    private static StoredProgram program(List<ProgramRow> rows) {
        ProgramRow any = rows.getFirst();
        Map<Integer, List<Run>> runs = rows.stream()
                .flatMap(row -> Stream.ofNullable(row.run))
                .collect(Collectors.groupingBy(Run::coursePosition));
        List<ProgramCourse> courses = IntStream.range(0, any.courseCount)
                .mapToObj(position -> course(runs.getOrDefault(position, List.of())))
                .toList();
        Program program = new Program(any.uuid, any.title, any.type, any.status, courses, any.requirements);
        return new StoredProgram(any.id, program, any.version, any.createdAt, any.modifiedAt);
    }

    private static ProgramCourse course(List<Run> runs) {
        if (runs.isEmpty()) {
            return new ProgramCourse(null, "", List.of());
        }
        Run any = runs.getFirst();
        return new ProgramCourse(
                any.courseUuid(), any.courseTitle(), runs.stream().map(Run::run).toList());
    }
}

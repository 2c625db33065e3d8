package org.laurel.programs.record.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.catalogue.db.ProgramDetailQuery;
import org.laurel.programs.catalogue.domain.CourseDetail;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.learner.domain.Learner;
import org.laurel.programs.record.db.SharedRecordTable.Subject;
import org.laurel.programs.record.domain.Attempt;
import org.laurel.programs.record.domain.ProgramRecord;
import org.laurel.programs.record.domain.RecordPathway;
import org.laurel.programs.record.domain.RecordRow;

/** Puts records together: a handful of statements, whatever the number of programs, courses and runs. */
@ApplicationScoped
public class RecordQuery {

    private final Sql sql;
    private final ProgramDetailQuery programs;
    private final AttemptQuery attempts;
    private final RecordPathwayQuery pathways;
    private final SharedRecordTable links;

    RecordQuery(
            Sql sql,
            ProgramDetailQuery programs,
            AttemptQuery attempts,
            RecordPathwayQuery pathways,
            SharedRecordTable links) {
        this.sql = sql;
        this.programs = programs;
        this.attempts = attempts;
        this.pathways = pathways;
        this.links = links;
    }

    /** The learner's record of a program, whatever its status; empty when the program is unknown. */
    public Optional<ProgramRecord> find(Learner learner, UUID program, Instant now) {
        return programs.find(program)
                .map(found -> records(learner, List.of(found), now).getFirst());
    }

    /**
     * The learner's records, by title: those of active and retired programs with a run in which the learner holds a credential
     * that may be seen.
     */
    public List<ProgramRecord> list(Learner learner, Instant now) {
        List<CourseKey> earned = sql.query(
                """
                select course_key from course_credential
                where learner_id = ? and status = 'awarded' and (available_at is null or available_at <= ?)
                """,
                row -> new CourseKey(Row.text(row, "course_key")),
                learner.id().value(),
                now);
        return records(learner, programs.containing(earned, List.of()), now);
    }

    private List<ProgramRecord> records(Learner learner, List<ProgramDetail> found, Instant now) {
        List<UUID> uuids = found.stream().map(ProgramDetail::uuid).toList();
        List<CourseKey> keys =
                found.stream().flatMap(program -> program.courseKeys().stream()).toList();
        Map<CourseKey, Attempt> tried = attempts.load(learner.id(), keys, now);
        Set<UUID> completed = completed(learner, uuids, now);
        Map<UUID, List<RecordPathway>> leading = pathways.load(learner.id(), uuids);
        var shared = links.load(
                uuids.stream().map(uuid -> new Subject(learner.id(), uuid)).toList());
        return found.stream()
                .map(program -> new ProgramRecord(
                        learner,
                        program,
                        rows(program, tried),
                        completed.contains(program.uuid()),
                        leading.getOrDefault(program.uuid(), List.of()),
                        Optional.ofNullable(shared.get(new Subject(learner.id(), program.uuid())))
                                .map(link -> link.uuid())
                                .orElse(null)))
                .toList();
    }

    private Set<UUID> completed(Learner learner, Collection<UUID> uuids, Instant now) {
        return new HashSet<>(sql.query(
                """
                select program_uuid from program_credential
                where learner_id = ? and program_uuid = any(?::uuid[]) and status = 'awarded' and available_at <= ?
                """,
                row -> UUID.fromString(Row.text(row, "program_uuid")),
                learner.id().value(),
                Column.texts(List.copyOf(uuids), uuid -> uuid),
                now));
    }

    private static List<RecordRow> rows(ProgramDetail program, Map<CourseKey, Attempt> tried) {
        return program.courses().stream()
                .map(course -> RecordRow.of(
                        title(course),
                        ProgramRecord.names(course.owners()),
                        course.courseKeys()
                                .map(tried::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    private static String title(CourseDetail course) {
        return course.title().isEmpty()
                ? course.courseKeys().map(CourseKey::course).findFirst().orElse("")
                : course.title();
    }
}

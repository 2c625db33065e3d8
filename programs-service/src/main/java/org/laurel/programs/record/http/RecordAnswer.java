package org.laurel.programs.record.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.learner.domain.Learner;
import org.laurel.programs.record.domain.ProgramRecord;
import org.laurel.programs.record.domain.RecordPathway;
import org.laurel.programs.record.domain.RecordRow;
import org.laurel.programs.record.http.ReadableRecords.Read;

/**
 * A learner's record of a program as existing clients read it. What there is none of is an empty text.
 *
 * @param isPublic whether it was read by its public link
 * @param uuid the program's, or that of the public link by which it was read
 * @param recordsHelpUrl where learners read about their records
 */
public record RecordAnswer(
        Body record, boolean isPublic, UUID uuid, @Nullable String recordsHelpUrl) {

    /** What the record says. */
    public record Body(
            LearnerBody learner,
            ProgramBody program,
            String platformName,
            List<Row> grades,
            List<PathwayBody> pathways,
            @Nullable UUID sharedProgramRecordUuid) {}

    /**
     * Whose it is.
     *
     * @param email empty when the record was read by its public link
     */
    public record LearnerBody(String fullName, String username, String email) {}

    /**
     * Of which program.
     *
     * @param type slug of the type
     * @param completed whether the learner holds the program's credential
     * @param empty whether the learner has earned none of the courses
     * @param lastUpdated when something of the record last came to be
     * @param school the names of those who give the program
     */
    public record ProgramBody(
            String name,
            String type,
            String typeName,
            boolean completed,
            boolean empty,
            @Schema(description = "A time, or empty") String lastUpdated,
            String school) {}

    /**
     * A course; what is not earned or not known is empty.
     *
     * @param courseId the run that counts
     */
    public record Row(
            String name,
            String school,
            int attempts,
            String courseId,
            @Schema(description = "A time, or empty") String issueDate,

            @Schema(description = "A number from 0 to 1, or an empty text")
            Object percentGrade,

            String letterGrade) {}

    /**
     * A pathway that the program leads to.
     *
     * @param status {@code sent} once the learner has sent the record there, else empty
     * @param isActive whether records can be sent there
     */
    public record PathwayBody(String name, long id, String status, boolean isActive, String pathwayType) {}

    static RecordAnswer of(Read read, boolean isPublic) {
        ProgramRecord record = read.record();
        Learner learner = record.learner();
        return new RecordAnswer(
                new Body(
                        new LearnerBody(learner.name(), learner.username(), learner.email()),
                        program(record),
                        read.settings().platformName(),
                        record.rows().stream().map(RecordAnswer::row).toList(),
                        record.pathways().stream().map(RecordAnswer::pathway).toList(),
                        record.sharedUuid()),
                isPublic,
                read.uuid(),
                read.settings().recordsHelpUrl());
    }

    private static ProgramBody program(ProgramRecord record) {
        return new ProgramBody(
                record.program().title(),
                record.program().typeSlug(),
                Objects.requireNonNullElse(record.program().type(), ""),
                record.completed(),
                record.isEmpty(),
                record.lastUpdated().map(Instant::toString).orElse(""),
                record.school());
    }

    private static Row row(RecordRow row) {
        CourseKey courseKey = row.courseKey();
        Instant issued = row.issuedAt();
        BigDecimal percent = row.percent();
        return new Row(
                row.name(),
                row.school(),
                row.attempts(),
                courseKey == null ? "" : courseKey.value(),
                issued == null ? "" : issued.toString(),
                percent == null ? "" : percent,
                row.letter());
    }

    private static PathwayBody pathway(RecordPathway pathway) {
        return new PathwayBody(pathway.name(), pathway.id(), pathway.status(), pathway.active(), pathway.type());
    }
}

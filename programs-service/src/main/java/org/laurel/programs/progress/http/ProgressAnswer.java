package org.laurel.programs.progress.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.progress.domain.CertifiedRuns;
import org.laurel.programs.progress.domain.Engagement;
import org.laurel.programs.progress.domain.ProgressMeter;

/**
 * Everything that the meter says of a learner.
 *
 * @param engaged programs that the learner takes part in, by the newest enrollment
 * @param inverted uuids of programs by the key of an enrolled run or the uuid of an entitled course
 * @param courseRuns runs with a certificate
 * @param failedCourseRuns keys of those that are not completed
 * @param completed from when each completed program is there, by its uuid
 * @param programs progress in the engaged programs, or in those that were asked for
 */
record ProgressAnswer(
        List<EngagedProgram> engaged,
        Map<String, List<UUID>> inverted,
        CourseRuns courseRuns,
        List<String> failedCourseRuns,
        Map<UUID, Instant> completed,
        List<ProgressItem> programs) {

    /**
     * A program that the learner takes part in.
     *
     * @param detailUrl where its details are
     */
    record EngagedProgram(UUID uuid, String title, @Nullable String type, String detailUrl) {}

    /** Runs with a certificate, by whether it counts. */
    record CourseRuns(List<CertifiedRun> completed, List<CertifiedRun> failed) {

        static CourseRuns of(CertifiedRuns runs) {
            return new CourseRuns(items(runs.completed()), items(runs.failed()));
        }

        private static List<CertifiedRun> items(List<CertifiedRuns.Entry> entries) {
            return entries.stream()
                    .map(entry -> new CertifiedRun(entry.courseRunId().value(), entry.type()))
                    .toList();
        }
    }

    /**
     * A run with a certificate.
     *
     * @param type mode of the certificate; professional without identity verification is professional
     */
    record CertifiedRun(String courseRunId, String type) {}

    /**
     * Puts the answer together.
     *
     * @param detailUrl gives the address of a program's details
     */
    static ProgressAnswer of(
            ProgressMeter meter,
            Map<UUID, Instant> completed,
            List<ProgressItem> programs,
            Function<UUID, String> detailUrl) {
        Engagement engagement = meter.engagement();
        Map<String, List<UUID>> inverted = new LinkedHashMap<>();
        engagement
                .inverted()
                .forEach((key, found) -> inverted.put(
                        key, found.stream().map(ProgramDetail::uuid).toList()));
        CourseRuns courseRuns = CourseRuns.of(meter.certified());
        return new ProgressAnswer(
                engagement.programs().stream()
                        .map(program -> new EngagedProgram(
                                program.uuid(), program.title(), program.type(), detailUrl.apply(program.uuid())))
                        .toList(),
                inverted,
                courseRuns,
                courseRuns.failed().stream().map(CertifiedRun::courseRunId).toList(),
                completed,
                programs);
    }
}

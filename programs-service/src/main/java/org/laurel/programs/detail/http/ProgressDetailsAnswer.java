package org.laurel.programs.detail.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.detail.domain.EarnedCertificate;
import org.laurel.programs.detail.domain.Presentation;
import org.laurel.programs.detail.domain.ProgramUrls;
import org.laurel.programs.progress.domain.ProgramProgress;

/**
 * A program's page for one learner, as existing clients read it.
 *
 * @param urls without the record while the learner has nothing to show
 * @param programData the program's document with what it is to the learner, its courses left out
 * @param courseData the courses by how far the learner has come
 * @param certificateData what the learner has got: a certificate for each course that gave one, then the program's
 * @param industryPathways where the program leads, to employers
 * @param creditPathways where the program leads, to credit
 */
public record ProgressDetailsAnswer(
        ProgramUrls urls,
        Map<String, @Nullable Object> programData,
        CourseData courseData,
        List<EarnedCertificate> certificateData,
        List<PathwayItem> industryPathways,
        List<PathwayItem> creditPathways) {

    static ProgressDetailsAnswer of(Presentation presentation, ProgramProgress progress, String origin) {
        List<EarnedCertificate> certificates = presentation.certificates();
        return new ProgressDetailsAnswer(
                certificates.isEmpty() ? presentation.urls().withoutRecord() : presentation.urls(),
                presentation.shown().members(),
                CourseData.of(progress, presentation.shown(), origin),
                certificates,
                PathwayItem.of(presentation.pathways().industry()),
                PathwayItem.of(presentation.pathways().credit()));
    }
}

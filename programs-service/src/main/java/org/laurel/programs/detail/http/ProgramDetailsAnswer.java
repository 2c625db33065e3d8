package org.laurel.programs.detail.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.detail.domain.EarnedCertificate;
import org.laurel.programs.detail.domain.Presentation;
import org.laurel.programs.detail.domain.ProgramUrls;

/**
 * A program as a learner sees it.
 *
 * @param programData the program's document with what it is to the learner; courses and runs have members of their own
 * @param certificateData what the learner has got: a certificate for each course that gave one, then the program's
 * @param industryPathways where the program leads, to employers
 * @param creditPathways where the program leads, to credit
 */
public record ProgramDetailsAnswer(
        ProgramUrls urls,
        Map<String, @Nullable Object> programData,
        List<EarnedCertificate> certificateData,
        List<PathwayItem> industryPathways,
        List<PathwayItem> creditPathways) {

    static ProgramDetailsAnswer of(Presentation presentation) {
        Map<String, @Nullable Object> program =
                new LinkedHashMap<>(presentation.shown().members());
        program.put("courses", presentation.shown().courses());
        return new ProgramDetailsAnswer(
                presentation.urls(),
                program,
                presentation.certificates(),
                PathwayItem.of(presentation.pathways().industry()),
                PathwayItem.of(presentation.pathways().credit()));
    }
}

package org.laurel.programs.progress.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.laurel.programs.catalogue.domain.ProgramDetail;

/**
 * Measures how far a learner has come in programs, as things stand at one moment. Source: programs, progress meter.
 *
 * @param programs those that may be measured; others are not seen
 * @param includeCourseEntitlements whether entitlements engage the learner in programs. A course that the learner is entitled
 *     to is in progress in any case
 */
public record ProgressMeter(
        LearnerRecords records, List<ProgramDetail> programs, boolean includeCourseEntitlements, Instant now) {

    public ProgressMeter {
        programs = List.copyOf(programs);
    }

    /** In which of the programs the learner is engaged, and through what. */
    public Engagement engagement() {
        return Engagement.of(records, programs, includeCourseEntitlements);
    }

    /** How the learner's certificates count. */
    public CertifiedRuns certified() {
        return CertifiedRuns.of(records, now);
    }

    /** Progress in these programs, in their order; when there are none, in those in which the learner is engaged. */
    public List<ProgramProgress> progress(Collection<ProgramDetail> asked) {
        Situation situation = Situation.of(records, certified(), now);
        Collection<ProgramDetail> measured = asked.isEmpty() ? engagement().programs() : asked;
        return measured.stream()
                .map(program -> ProgramProgress.of(program, situation))
                .toList();
    }
}

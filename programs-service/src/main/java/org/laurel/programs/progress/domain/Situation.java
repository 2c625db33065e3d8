package org.laurel.programs.progress.domain;

import java.time.Instant;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.catalogue.domain.RunDetail;
import org.laurel.programs.credential.domain.Mode;

/**
 * What every course of every program is judged by at one moment, worked out once for all of them.
 *
 * @param modes the runs in which the learner is enrolled, each with its mode as programs name it
 * @param completed the modes of certificates that count, by run
 * @param failed the other runs that have a certificate
 */
record Situation(
        LearnerRecords records,
        SequencedMap<CourseKey, String> modes,
        Map<CourseKey, String> completed,
        Set<CourseKey> failed,
        Instant now) {

    static Situation of(LearnerRecords records, CertifiedRuns certified, Instant now) {
        Map<CourseKey, String> completed = certified.completed().stream()
                .collect(Collectors.toMap(CertifiedRuns.Entry::courseRunId, CertifiedRuns.Entry::type));
        return new Situation(records, records.enrolledModes(), completed, certified.failedKeys(), now);
    }

    boolean isEnrolled(RunDetail run) {
        return modes.containsKey(run.courseKey());
    }

    /** Whether the learner is enrolled in the mode that the program asks for, in any where it does not say. */
    boolean isInModeAskedFor(RunDetail run) {
        return run.type() == null || run.type().equals(modes.get(run.courseKey()));
    }

    /** Whether the run is completed in the mode that the program asks for. */
    boolean completes(RunDetail run) {
        @Nullable String type = completed.get(run.courseKey());
        return type != null && Mode.satisfies(type, run.type());
    }

    boolean hasFailed(RunDetail run) {
        return failed.contains(run.courseKey());
    }
}

package org.laurel.completion.progress.domain;

import java.util.List;
import org.laurel.completion.standing.domain.CourseLearner;

/**
 * What commands did to a learner's completions in a course run.
 *
 * @param created keys of blocks whose completion is the first one
 * @param changed keys of blocks whose completion has another value than before, the created ones included
 * @param forgotten keys of blocks whose completions are gone
 */
public record ProgressOutcome(CourseLearner key, List<String> created, List<String> changed, List<String> forgotten) {

    /** What a decision comes to. */
    public static ProgressOutcome of(ProgressDecision decision) {
        List<String> changed = decision.completions().stream()
                .filter(one -> one.changedAt().equals(one.place().occurredAt()))
                .map(BlockCompletion::blockKey)
                .toList();
        return new ProgressOutcome(decision.key(), decision.created(), changed, decision.forgotten());
    }
}

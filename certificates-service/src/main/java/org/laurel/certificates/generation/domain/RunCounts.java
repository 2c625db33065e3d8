package org.laurel.certificates.generation.domain;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Learners of a generation run by outcome.
 *
 * @param granted have the certificate now, or its file is being made
 * @param regenerated had it and have it made anew
 * @param unchanged needed nothing
 * @param notEligible do not fulfil some rule
 * @param vetoed were refused by the deployment's own policy
 * @param withheld would have got a change in a course run that is observed only
 * @param failed were left out since their facts could not be folded
 * @param notEligibleByRule the same as {@code notEligible}, by the first rule that does not hold
 */
public record RunCounts(
        long granted,
        long regenerated,
        long unchanged,
        long notEligible,
        long vetoed,
        long withheld,
        long failed,
        SortedMap<String, Long> notEligibleByRule) {

    private static final String RULE = RunOutcome.NOT_ELIGIBLE + ":";

    /** Sorts the words of {@link RunOutcome}. */
    public static RunCounts of(Map<String, Long> words) {
        SortedMap<String, Long> byRule = new TreeMap<>();
        words.forEach((word, count) -> {
            if (word.startsWith(RULE)) {
                byRule.put(word.substring(RULE.length()), count);
            }
        });
        return new RunCounts(
                words.getOrDefault(RunOutcome.GRANTED, 0L),
                words.getOrDefault(RunOutcome.REGENERATED, 0L),
                words.getOrDefault(RunOutcome.UNCHANGED, 0L),
                byRule.values().stream().mapToLong(Long::longValue).sum(),
                words.getOrDefault(RunOutcome.VETOED, 0L),
                words.getOrDefault(RunOutcome.WITHHELD, 0L),
                words.getOrDefault(RunOutcome.FAILED, 0L),
                byRule);
    }
}

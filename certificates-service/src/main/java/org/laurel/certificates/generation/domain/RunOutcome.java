package org.laurel.certificates.generation.domain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.Decision;
import org.laurel.certificates.issuance.domain.RuleResult;
import org.laurel.certificates.issuance.domain.RuleResult.Verdict;

/** What a generation run came to for one learner, as the word under which it is counted. */
public final class RunOutcome {

    /** The learner has the certificate now, or its file is being made. */
    public static final String GRANTED = "granted";
    /** The learner had it and has it made anew. */
    public static final String REGENERATED = "regenerated";
    /** Nothing to do. */
    public static final String UNCHANGED = "unchanged";
    /** A rule does not hold; the first such rule follows after a colon. */
    public static final String NOT_ELIGIBLE = "not_eligible";
    /** The deployment's own policy refused. */
    public static final String VETOED = "vetoed";
    /** The course run is observed only: it would have changed. */
    public static final String WITHHELD = "withheld";
    /** The learner's facts could not be folded, and the run went on without the learner. */
    public static final String FAILED = "failed";

    private static final Set<CertificateStatus> HAD =
            EnumSet.of(CertificateStatus.DOWNLOADABLE, CertificateStatus.REGENERATING);
    private static final String GRANTED_ALREADY = "not_granted_yet";

    private RunOutcome() {}

    /**
     * The word.
     *
     * @param previous the certificate's status before, null when there was none
     * @param now the certificate as it is stored now, null when there is none
     * @param decision what was decided about the run's request
     * @param changed whether the certificate changed
     * @param withheld whether it would have changed
     */
    public static String of(
            @Nullable CertificateStatus previous,
            @Nullable Certificate now,
            @Nullable Decision decision,
            boolean changed,
            boolean withheld) {
        if (withheld) {
            return WITHHELD;
        }
        if (decision instanceof Decision.Vetoed) {
            return VETOED;
        }
        if (changed && now != null && now.isPassed()) {
            return previous != null && HAD.contains(previous) ? REGENERATED : GRANTED;
        }
        return failingRule(decision).map(rule -> NOT_ELIGIBLE + ":" + rule).orElse(UNCHANGED);
    }

    private static Optional<String> failingRule(@Nullable Decision decision) {
        return decision == null
                ? Optional.empty()
                : decision.trace().stream()
                        .filter(result -> result.verdict() == Verdict.FAIL)
                        .map(RuleResult::rule)
                        .filter(rule -> !rule.equals(GRANTED_ALREADY))
                        .findFirst();
    }
}

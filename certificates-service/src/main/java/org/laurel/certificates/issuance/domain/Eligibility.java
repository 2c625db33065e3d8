package org.laurel.certificates.issuance.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a certificate can be granted, rule by rule: by the allowlist for a learner who is on it, else by the regular path,
 * on which completion is asked about only where it plays a part.
 * Source: certificates, eligibility.
 */
public record Eligibility(Situation situation) implements Reasoning {

    /** Whether every rule holds. */
    public boolean granted() {
        for (Rule rule : rules()) {
            if (!rule.holds(situation)) {
                return false;
            }
        }
        return true;
    }

    /** What each rule said, in order; after the first that fails the rest is not reached. */
    @Override
    public List<RuleResult> trace() {
        List<RuleResult> trace = new ArrayList<>(rules().size());
        boolean decided = false;
        for (Rule rule : rules()) {
            RuleResult result = rule.result(situation);
            trace.add(decided ? result.notReached() : result);
            decided = decided || result.fails();
        }
        return List.copyOf(trace);
    }

    /** All rules that do not hold, also those behind the first: what would have to change for a grant. */
    public List<RuleResult> obstacles() {
        return rules().stream()
                .map(rule -> rule.result(situation))
                .filter(RuleResult::fails)
                .toList();
    }

    /** Whether the deployment's own policy is what stands in the way. */
    public boolean vetoed() {
        for (Rule rule : rules()) {
            if (!rule.holds(situation)) {
                return rule == Rule.ALLOWED_BY_POLICY;
            }
        }
        return false;
    }

    private List<Rule> rules() {
        if (situation.standing().allowlisted()) {
            return Rule.ALLOWLIST;
        }
        return situation.terms().run().completion().counts() ? Rule.BY_COMPLETION : Rule.REGULAR;
    }
}

package org.laurel.programs.credential.domain;

/**
 * What one rule said.
 *
 * @param rule the rule's name, stable, snake_case
 * @param verdict whether it holds
 * @param detail what it looked at, in a sentence
 * @param remedy what would make it hold, empty when it does
 */
public record RuleResult(String rule, Verdict verdict, String detail, String remedy) {

    /** Whether a rule holds. */
    public enum Verdict {
        /** It holds. */
        PASS,
        /** It does not. */
        FAIL
    }

    static RuleResult check(String rule, boolean holds, String whenHolding, String whenNot, String remedy) {
        return holds
                ? new RuleResult(rule, Verdict.PASS, whenHolding, "")
                : new RuleResult(rule, Verdict.FAIL, whenNot, remedy);
    }

    boolean fails() {
        return verdict == Verdict.FAIL;
    }
}

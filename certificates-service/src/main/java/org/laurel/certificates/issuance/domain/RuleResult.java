package org.laurel.certificates.issuance.domain;

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
        /** It does not, and so decides the outcome. */
        FAIL,
        /** A rule before it has decided. */
        NOT_REACHED
    }

    RuleResult notReached() {
        return new RuleResult(rule, Verdict.NOT_REACHED, "", "");
    }

    boolean fails() {
        return verdict == Verdict.FAIL;
    }
}

package org.laurel.certificates.issuance.domain;

import java.util.List;

/** What a fact means for a certificate, and how that came about. */
public sealed interface Decision {

    /** What the rules said that were asked, in order. */
    List<RuleResult> trace();

    /** The certificate comes to be, or changes. */
    record Changed(Certificate certificate, List<RuleResult> trace) implements Decision {}

    /** Everything stays as it is. */
    record Unchanged(String why, List<RuleResult> trace) implements Decision {}
}

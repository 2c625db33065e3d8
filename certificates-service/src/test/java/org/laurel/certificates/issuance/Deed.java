package org.laurel.certificates.issuance;

import org.laurel.certificates.issuance.domain.Fact.Allowlisted.Entry;

/** What happens to a learner in a course run, as the drill of orders tells it: to the service, and to {@link PlainModel}. */
sealed interface Deed {

    /** The learner stands in a course run in this mode. */
    record Enrolls(String mode, boolean active) implements Deed {}

    /** The learner begins or ceases to pass, with a grade from 0 to 1. */
    record Passes(boolean passing, String grade) implements Deed {}

    /** Staff set, disable or remove the learner's entry on the allowlist. */
    record Allowlists(Entry entry) implements Deed {}

    /** Staff declare the certificate invalid, or take that back. */
    record Invalidates(boolean active) implements Deed {}
}

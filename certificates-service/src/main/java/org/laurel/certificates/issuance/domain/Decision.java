package org.laurel.certificates.issuance.domain;

import java.util.List;

/** What a fact means for a certificate, and how that came about. */
public sealed interface Decision {

    /** How that came about. */
    Reasoning reasoning();

    /** What the rules said that were asked, in order. */
    default List<RuleResult> trace() {
        return reasoning().trace();
    }

    /** The certificate comes to be, or changes. */
    record Changed(Certificate certificate, Reasoning reasoning) implements Decision {}

    /** Everything stays as it is. */
    record Unchanged(String why, Reasoning reasoning) implements Decision {

        private static final String UP_TO_DATE = "The certificate is up to date.";

        /** The certificate is what an evaluation would grant. */
        static Unchanged upToDate(Reasoning reasoning) {
            return new Unchanged(UP_TO_DATE, reasoning);
        }

        /** Whether an evaluation granted, and the certificate says that already. */
        public boolean isUpToDate() {
            return why.equals(UP_TO_DATE);
        }

        static Unchanged because(String why) {
            return new Unchanged(why, Reasoning.NONE);
        }
    }

    /** Everything stays as it is because the deployment's own policy refused. */
    record Vetoed(String why, Reasoning reasoning) implements Decision {}
}

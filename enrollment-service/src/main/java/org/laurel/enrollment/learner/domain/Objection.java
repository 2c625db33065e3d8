package org.laurel.enrollment.learner.domain;

import java.util.Locale;

/** What speaks against an account. */
public enum Objection {
    USERNAME_UNFIT("A username has 1 to 150 characters without blanks, commas, slashes and angle brackets."),
    EMAIL_UNFIT(
            "An email address has the form name@host and at most 254 characters, no blanks, control characters, commas, colons,"
                    + " semicolons, quotes, backslashes or brackets of any kind, and no empty part of the host."),
    NAME_UNFIT("A name has at most 255 characters, no angle brackets and no web address."),
    CERTIFICATE_NAME_UNFIT("A name on certificates has 1 to 255 characters, no angle brackets and no web address."),
    USERNAME_TAKEN("Another learner has this username."),
    EMAIL_TAKEN("Another learner has this email address."),
    RETIREMENT_PENDING("The learner has asked to be retired; the account stands still until that is cancelled."),
    RETIRED("The learner is retired for good.");

    private final String detail;

    Objection(String detail) {
        this.detail = detail;
    }

    /** The objection in a sentence that names nobody. */
    public String detail() {
        return detail;
    }

    /** The objection as a code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether how things stand is in the way: they may change; what is unfit stays so. */
    public boolean isClash() {
        return this == USERNAME_TAKEN || this == EMAIL_TAKEN || isDeparture();
    }

    /** Whether the learner has left or is about to: what platforms still tell of such accounts is no mistake. */
    public boolean isDeparture() {
        return this == RETIREMENT_PENDING || this == RETIRED;
    }
}

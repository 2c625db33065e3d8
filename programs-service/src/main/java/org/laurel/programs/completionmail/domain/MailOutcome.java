package org.laurel.programs.completionmail.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a learner is mailed on the first award of a program's credential, and if not, why. Source: programs, REST API. */
public enum MailOutcome {
    /** The mail goes. */
    POSTED,
    /** The site mails nobody about completions. */
    SWITCHED_OFF,
    /** The program is no longer offered. */
    PROGRAM_RETIRED,
    /** There is no template for the program. */
    NO_TEMPLATE,
    /** The template for the program is not enabled. */
    TEMPLATE_DISABLED,
    /** The learner has no email address, as far as we are told. */
    NO_ADDRESS,
    /** The mail could not be written. */
    FAILED;

    /** The name in the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Decides.
     *
     * @param switchedOn whether the site mails learners about completions
     * @param template the one for the program, null when there is none
     */
    public static MailOutcome decide(
            boolean switchedOn, boolean programRetired, @Nullable MailTemplate template, String email) {
        if (!switchedOn) {
            return SWITCHED_OFF;
        }
        if (programRetired) {
            return PROGRAM_RETIRED;
        }
        if (template == null) {
            return NO_TEMPLATE;
        }
        if (!template.enabled()) {
            return TEMPLATE_DISABLED;
        }
        return email.isBlank() ? NO_ADDRESS : POSTED;
    }
}

package org.laurel.enrollment.entitlement.domain;

/** Why a command about an entitlement changes nothing. */
public enum EntitlementRefusal {
    LEARNER_UNKNOWN("learner_not_found", "There is no such learner."),
    LEARNER_RETIRED("learner_retired", "The learner is retired for good."),
    COURSE_RUN_UNKNOWN("course_run_unknown", "course_key names no course run that is known."),
    MODE_UNKNOWN("mode_unknown", "mode is no known mode."),
    EXPIRY_AHEAD("expiry_ahead", "expired_at lies in the future: an entitlement is active or has expired."),
    ALREADY_ENTITLED(
            "already_entitled",
            "The learner has an active entitlement to this course on other terms; change that one."),
    EXPIRED("entitlement_expired", "The entitlement has expired and can be used for no course run."),
    SUPERSEDED("entitlement_superseded", "The learner has a newer entitlement to this course; change that one.");

    private final String code;
    private final String detail;

    EntitlementRefusal(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    /** The kind of problem as clients read it. */
    public String code() {
        return code;
    }

    /** What is wrong, in a sentence. */
    public String detail() {
        return detail;
    }
}

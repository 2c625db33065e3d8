package org.laurel.certificates.generation.domain;

import java.util.Locale;

/** Which of a course run's actively enrolled learners a generation run is about. Source: certificates, bulk task semantics. */
public enum LearnerSet {
    /** All of them, whatever their certificates are. */
    ALL,
    /** Those on the allowlist. */
    ALL_ALLOWLISTED,
    /** Those on the allowlist whose certificate is neither granted nor being made. */
    ALLOWLISTED_NOT_GENERATED,
    /** One learner. */
    SPECIFIC_STUDENT,
    /** Those on a list. */
    LISTED;

    /** The name in requests and in the history. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The set with this name; an {@link IllegalArgumentException} when there is none. */
    public static LearnerSet of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}

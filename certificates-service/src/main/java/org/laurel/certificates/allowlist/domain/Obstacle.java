package org.laurel.certificates.allowlist.domain;

import java.util.List;
import java.util.Locale;

/** Why a learner cannot be added to an allowlist. Source: certificates, revocation primitive, {@code can_be_added}. */
public enum Obstacle {
    /** No active enrollment. */
    NOT_ENROLLED,
    /** Staff have declared the certificate invalid. */
    INVALIDATED,
    /** On the allowlist already. */
    ALREADY_LISTED,
    /** More than {@link #LONGEST_NOTES} characters of notes. */
    NOTES_TOO_LONG,
    /** Nothing could be decided about the learner. */
    FAILED;

    /** The longest notes, in characters, by whatever way they come. */
    public static final int LONGEST_NOTES = 1_000;

    /** The order in which a single addition is checked. */
    public static final List<Obstacle> ANY = List.of(NOT_ENROLLED, INVALIDATED, ALREADY_LISTED);

    /** The order in which the rows of an uploaded file are checked. Source: certificates, instructor v1, CSV. */
    public static final List<Obstacle> ANY_IN_FILE = List.of(INVALIDATED, ALREADY_LISTED, NOT_ENROLLED);

    /** The name in answers. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The obstacle in a sentence that tells what to do. */
    public String why(String learner) {
        return switch (this) {
            case NOT_ENROLLED -> learner + " is not actively enrolled in the course run. Enroll the learner first.";
            case INVALIDATED -> "The certificate of " + learner + " is invalidated. Take the invalidation back first.";
            case ALREADY_LISTED -> learner + " is on the allowlist already.";
            case NOTES_TOO_LONG -> "The notes about " + learner + " have more than 1,000 characters. Shorten them.";
            case FAILED ->
                "Nothing could be decided about " + learner + ". The service's log says why; nothing was changed.";
        };
    }
}

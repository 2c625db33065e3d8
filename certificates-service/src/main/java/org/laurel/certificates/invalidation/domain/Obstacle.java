package org.laurel.certificates.invalidation.domain;

import java.util.List;
import java.util.Locale;

/** Why a certificate cannot be invalidated. Source: certificates, instructor v1 and v2. */
public enum Obstacle {
    /** There is none, or one of the audit track, which is none. */
    NO_CERTIFICATE,
    /** It is deleted, or is being deleted. */
    DELETED,
    /** The allowlist protects the learner. */
    ON_ALLOWLIST,
    /** An invalidation is active. */
    ALREADY_INVALIDATED,
    /** It is not granted. */
    NOT_DOWNLOADABLE,
    /** More than {@link #LONGEST_NOTES} characters of notes. */
    NOTES_TOO_LONG,
    /** Nothing could be decided about the learner. */
    FAILED;

    /** The longest notes, in characters, by whatever way they come. */
    public static final int LONGEST_NOTES = 1_000;

    /** What refuses an invalidation at Laurel's own endpoints. */
    public static final List<Obstacle> OWN = List.of(NO_CERTIFICATE, ON_ALLOWLIST);

    /** What refuses it to instructors, in the order of the first version of their interface. */
    public static final List<Obstacle> INSTRUCTOR_V1 =
            List.of(NO_CERTIFICATE, ON_ALLOWLIST, ALREADY_INVALIDATED, NOT_DOWNLOADABLE);

    /** The same for the second version, to which a deleted certificate is none. */
    public static final List<Obstacle> INSTRUCTOR_V2 =
            List.of(NO_CERTIFICATE, DELETED, ON_ALLOWLIST, ALREADY_INVALIDATED, NOT_DOWNLOADABLE);

    /** The name in answers. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The obstacle in a sentence that tells what to do. */
    public String why(String learner) {
        return switch (this) {
            case NO_CERTIFICATE, DELETED -> learner + " has no certificate in the course run.";
            case ON_ALLOWLIST -> learner + " is on the allowlist. Take the learner off the allowlist instead.";
            case ALREADY_INVALIDATED -> "The certificate of " + learner + " is invalidated already.";
            case NOT_DOWNLOADABLE ->
                "The certificate of " + learner + " is not granted, so there is nothing to invalidate.";
            case NOTES_TOO_LONG -> "The notes about " + learner + " have more than 1,000 characters. Shorten them.";
            case FAILED ->
                "Nothing could be decided about " + learner + ". The service's log says why; nothing was changed.";
        };
    }
}

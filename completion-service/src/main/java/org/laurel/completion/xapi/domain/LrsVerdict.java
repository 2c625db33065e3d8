package org.laurel.completion.xapi.domain;

/** What the status of a learning record store's answer says of the statements that it was sent (xAPI 1.0.3, part three, 2.1). */
public enum LrsVerdict {
    /** It has them. */
    STORED,
    /** It has one with the same id and other members. A statement's id stands for one change, so it is there already. */
    KNOWN,
    /** It will never take one of them. */
    REFUSED,
    /** They are more than it takes at once. */
    TOO_LARGE,
    /** They are perhaps more than it, or somebody before it, has the time for. */
    TOO_SLOW,
    /** It takes none for now, whatever they say: it is busy or broken, or does not let us in. */
    NOT_NOW;

    /**
     * The verdict of a status. All that is not known to be about the statements may pass, so nothing is given up for it. A store
     * that has taken statements says so with 200 and their ids; 204 is its answer to something else.
     */
    public static LrsVerdict of(int status) {
        return switch (status) {
            case 200 -> STORED;
            case 409 -> KNOWN;
            case 400, 422 -> REFUSED;
            case 413 -> TOO_LARGE;
            case 408, 504 -> TOO_SLOW;
            default -> NOT_NOW;
        };
    }
}

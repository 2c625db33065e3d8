package org.laurel.certificates.allowlist.domain;

/** What became of a {@link SetEntry}. */
public sealed interface SetResult {

    /**
     * The entry is as it was asked for.
     *
     * @param withheld whether the certificate would change, and does not since decisions take no effect in the course run
     */
    record Kept(AllowlistEntry entry, boolean withheld) implements SetResult {}

    /** An obstacle is in the way, and nothing changed. */
    record Refused(Obstacle obstacle) implements SetResult {}
}

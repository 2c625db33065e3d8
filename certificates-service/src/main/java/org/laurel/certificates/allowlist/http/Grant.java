package org.laurel.certificates.allowlist.http;

import org.laurel.certificates.allowlist.domain.AllowlistEntry;
import org.laurel.certificates.allowlist.domain.Obstacle;
import org.laurel.certificates.learner.domain.Learner;

/** What became of the wish to add a learner to an allowlist. */
public sealed interface Grant {

    /** The username or e-mail address as it was given. */
    String name();

    /**
     * The learner is on the allowlist now.
     *
     * @param withheld whether the certificate would change, and does not since decisions take no effect in the course run
     */
    record Granted(String name, Learner learner, AllowlistEntry entry, boolean withheld) implements Grant {}

    /** Nobody told us of such a learner. */
    record Unknown(String name) implements Grant {}

    /** An obstacle is in the way. */
    record Refused(String name, Obstacle obstacle) implements Grant {}
}

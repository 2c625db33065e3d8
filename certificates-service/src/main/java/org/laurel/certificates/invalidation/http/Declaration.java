package org.laurel.certificates.invalidation.http;

import org.laurel.certificates.invalidation.domain.Invalidation;
import org.laurel.certificates.invalidation.domain.Obstacle;
import org.laurel.certificates.learner.domain.Learner;

/** What became of the wish to declare a learner's certificate invalid. */
public sealed interface Declaration {

    /** The username or e-mail address as it was given. */
    String name();

    /**
     * The certificate is declared invalid.
     *
     * @param withheld whether it would change, and does not since decisions take no effect in the course run
     */
    record Declared(String name, Learner learner, Invalidation invalidation, boolean withheld) implements Declaration {}

    /** Nobody told us of such a learner. */
    record Unknown(String name) implements Declaration {}

    /** An obstacle is in the way. */
    record Refused(String name, Obstacle obstacle) implements Declaration {}
}

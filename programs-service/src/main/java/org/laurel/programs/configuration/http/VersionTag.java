package org.laurel.programs.configuration.http;

import jakarta.ws.rs.core.EntityTag;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Entity tags of configurations: strong, and the version's number (RFC 9110, section 8.8.3). */
final class VersionTag {

    private VersionTag() {}

    static EntityTag of(long version) {
        return new EntityTag(String.valueOf(version));
    }

    /** 412: it was changed since. */
    static ProblemException stale() {
        return new ProblemException(
                Problem.of(412, "changed_meanwhile", "It was changed since. Read it again and repeat your change."));
    }
}

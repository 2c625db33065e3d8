package org.laurel.certificates.invalidation.http;

import jakarta.enterprise.context.RequestScoped;
import org.laurel.certificates.invalidation.domain.Invalidation.Author;
import org.laurel.kit.security.Caller;

/** The caller as the author of an invalidation. */
@RequestScoped
public class InvalidationAuthor {

    private final Caller caller;

    public InvalidationAuthor(Caller caller) {
        this.caller = caller;
    }

    /** Who makes an invalidation in the current request. */
    public Author get() {
        return new Author(caller.learnerId(), caller.cause().by());
    }
}

package org.laurel.sample.bad.grading.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import org.laurel.kit.idempotency.Idempotent;

/** Leaves nothing that could be kept for a repeated request. */
@Authenticated
public class PlainAnswerResource {

    @DELETE
    @Idempotent
    public void remove() {
        // nothing to remove in an example
    }
}

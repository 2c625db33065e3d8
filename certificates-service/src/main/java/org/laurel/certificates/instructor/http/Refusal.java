package org.laurel.certificates.instructor.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A refusal as existing clients read it. */
public record Refusal(boolean success, String message) {

    static Response because(String message) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Refusal(false, message))
                .build();
    }
}

package org.laurel.certificates.instructor.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A sentence for the person who asked. */
public record Message(String message) {

    static Response refusing(String message) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Message(message))
                .build();
    }
}

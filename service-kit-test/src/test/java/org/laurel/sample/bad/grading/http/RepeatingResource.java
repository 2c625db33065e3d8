package org.laurel.sample.bad.grading.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;

/** Does twice what is asked twice. */
@PermitAll
public class RepeatingResource {

    @POST
    public String write() {
        return "done";
    }
}

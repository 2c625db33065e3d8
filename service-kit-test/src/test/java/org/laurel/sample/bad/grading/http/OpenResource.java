package org.laurel.sample.bad.grading.http;

import jakarta.ws.rs.GET;

/** Nobody said who may call this. */
public class OpenResource {

    @GET
    public String read() {
        return "secret";
    }
}

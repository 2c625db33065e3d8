package org.laurel.sample.bad.grading.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.OpenToApplications;

/** Lets an application change something that nobody answers for. */
@Authenticated
public class ApplicationsResource {

    @POST
    @Idempotent
    @OpenToApplications
    public Response write() {
        return Response.noContent().build();
    }
}

package org.laurel.sample.good.grading.http;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.OpenToApplications;
import org.laurel.sample.good.grading.app.Grading;
import org.laurel.sample.good.grading.db.GradeQueries;

/** Reads by a query class, writes by a use case, and says who may. */
@Path("/grades")
@Authenticated
public class GradeResource {

    private final Grading grading;
    private final GradeQueries queries;

    GradeResource(Grading grading, GradeQueries queries) {
        this.grading = grading;
        this.queries = queries;
    }

    @GET
    @OpenToApplications
    public String first() {
        GradeQueries.Row row = queries.first();
        return row.grade().toString();
    }

    @POST
    @RolesAllowed("staff")
    @Idempotent
    public Response grade(BigDecimal grade) {
        return Response.ok(grading.apply(grade).name()).build();
    }
}

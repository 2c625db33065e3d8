package org.laurel.enrollment.learner.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.laurel.enrollment.learner.db.LearnerSearchQueries;
import org.laurel.enrollment.learner.db.LearnerSearchQueries.Counts;
import org.laurel.kit.page.Recently;
import org.laurel.kit.security.Roles;

/** How many learners there are. */
@Path("/api/enrollment/v1/learners/counts")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class LearnerCountsResource {

    private static final String EVERYBODY = "everybody";

    private final LearnerSearchQueries learners;
    private final Recently<String, Counts> counts;

    LearnerCountsResource(LearnerSearchQueries learners, Clock clock) {
        this.learners = learners;
        this.counts = new Recently<>(clock, Recently.COUNT, 1);
    }

    @GET
    @Operation(summary = "Numbers of all and of active learners, at most 10 seconds old")
    public Counts count() {
        return counts.get(EVERYBODY, key -> learners.count());
    }
}

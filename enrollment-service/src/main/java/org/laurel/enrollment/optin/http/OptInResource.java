package org.laurel.enrollment.optin.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.laurel.enrollment.learner.http.VisibleLearners;
import org.laurel.enrollment.optin.db.OptInQueries;
import org.laurel.enrollment.optin.domain.OptIn;

/** Which organisations may write to a learner. It is said along with an enrollment. */
@Path("/api/enrollment/v1/learners/{learner_id}/email-opt-ins")
@Authenticated
public class OptInResource {

    private final VisibleLearners learners;
    private final OptInQueries optIns;

    OptInResource(VisibleLearners learners, OptInQueries optIns) {
        this.learners = learners;
        this.optIns = optIns;
    }

    /** What a learner said of an organisation, and when. */
    public record OptInView(String org, boolean emailOptIn, Instant changedAt) {

        static OptInView of(OptIn optIn) {
            return new OptInView(optIn.org(), optIn.optedIn(), optIn.at());
        }
    }

    @GET
    @Operation(summary = "What a learner said of mail from organisations; for the learner, staff and service clients")
    public List<OptInView> list(@PathParam("learner_id") String learnerId) {
        return optIns.of(learners.find(learnerId).id()).stream()
                .map(OptInView::of)
                .toList();
    }
}

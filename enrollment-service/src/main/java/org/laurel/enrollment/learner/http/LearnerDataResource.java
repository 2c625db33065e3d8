package org.laurel.enrollment.learner.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.NoCache;
import org.laurel.kit.personal.LearnerDocument;
import org.laurel.kit.personal.LearnerDocuments;

/** Everything that this service holds about a learner, for the learner to take along. */
@Path("/api/enrollment/v1/learners/{learner_id}/data")
@Authenticated
@Tag(name = "Personal data")
public class LearnerDataResource {

    private final LearnerDocuments documents;
    private final VisibleLearners learners;

    LearnerDataResource(LearnerDocuments documents, VisibleLearners learners) {
        this.documents = documents;
        this.learners = learners;
    }

    @GET
    @NoCache
    @Operation(
            summary = "Everything that this service holds about a learner",
            description = "For the learner, staff and service clients; 404 for others.")
    public LearnerDocument get(@PathParam("learner_id") String learnerId) {
        return documents.of(learners.find(learnerId).id());
    }
}

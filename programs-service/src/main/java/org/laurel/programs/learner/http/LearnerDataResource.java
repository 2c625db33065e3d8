package org.laurel.programs.learner.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.NoCache;
import org.laurel.kit.personal.LearnerDocument;
import org.laurel.kit.personal.LearnerDocuments;
import org.laurel.programs.learner.db.LearnerQuery;

/** Everything that this service holds about a learner, for the learner to take along. */
@Path("/api/programs/v1/learners/{username}/data")
@Authenticated
@Tag(name = "Personal data")
public class LearnerDataResource {

    private final LearnerDocuments documents;
    private final LearnerQuery learners;

    LearnerDataResource(LearnerDocuments documents, LearnerQuery learners) {
        this.documents = documents;
        this.learners = learners;
    }

    @GET
    @NoCache
    @Operation(
            summary = "Everything that this service holds about a learner",
            description = "For the learner, staff and service clients; 403 for others. Without what staff have noted.")
    public LearnerDocument get(@PathParam("username") String username) {
        return documents.named(username, learners::byUsername);
    }
}

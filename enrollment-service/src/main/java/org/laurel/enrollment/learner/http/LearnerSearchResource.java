package org.laurel.enrollment.learner.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.db.LearnerSearchQueries;
import org.laurel.enrollment.learner.db.LearnerSearchQueries.Search;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.page.PageRequest;
import org.laurel.kit.security.Roles;

/** Learners as staff look for them. */
@Path("/api/enrollment/v1/learners")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class LearnerSearchResource {

    private final LearnerSearchQueries learners;

    LearnerSearchResource(LearnerSearchQueries learners) {
        this.learners = learners;
    }

    @GET
    @Operation(
            summary = "Learners by id, username, email address or how one of username, address and name begins",
            description =
                    "All conditions that are given hold, ignoring case. In the order of ids; next_cursor leads on.")
    public CursorPage<LearnerView> find(
            @QueryParam("learner_id") @Nullable String learnerId,
            @QueryParam("username") @Nullable String username,
            @QueryParam("email") @Nullable String email,
            @QueryParam("q") @Nullable String beginning,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("page_size") @Nullable Integer pageSize) {
        int limit = PageRequest.of(1, pageSize, 50, 200).size();
        Search search = new Search(given(learnerId), given(username), given(email), given(beginning));
        List<LearnerView> oneMore = learners.find(search, cursor == null ? "" : cursor, limit + 1).stream()
                .map(LearnerView::of)
                .toList();
        return CursorPage.of(oneMore, limit, LearnerView::learnerId);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}

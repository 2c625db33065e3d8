package org.laurel.programs.credential.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.UuidText;
import org.laurel.kit.page.NumberedPage;
import org.laurel.kit.page.PageLinks;
import org.laurel.kit.page.PageRequest;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;
import org.laurel.programs.credential.db.PendingAwardQuery;
import org.laurel.programs.credential.db.PendingAwardQuery.Filter;
import org.laurel.programs.credential.domain.Obstacle;
import org.laurel.programs.learner.db.LearnerQuery;

/** Awards that learners have earned and that wait, for staff to see what is missing. */
@Path("/api/programs/v1/pending-awards")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Credentials")
public class PendingAwardResource {

    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 100;

    private final PendingAwardQuery pending;
    private final LearnerQuery learners;
    private final PageLinks links;

    PendingAwardResource(PendingAwardQuery pending, LearnerQuery learners, PageLinks links) {
        this.pending = pending;
        this.learners = learners;
        this.links = links;
    }

    @GET
    @Operation(
            summary = "Awards that wait, those first that have waited longest",
            description =
                    "reason is credentials_disabled, program_excluded or no_active_configuration. Each is made as soon "
                            + "as nothing stands in its way, and goes when a certificate leaves before.")
    public NumberedPage<PendingAwardItem> list(
            @QueryParam("program") @Nullable String program,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("username") @Nullable String username,
            @QueryParam("page") @Nullable String page,
            @QueryParam("page_size") @Nullable String pageSize) {
        PageRequest asked = PageRequest.of(
                CredentialParameters.number(page), CredentialParameters.number(pageSize), USUAL_SIZE, LARGEST_SIZE);
        Optional<LearnerId> learner =
                Optional.ofNullable(username).filter(name -> !name.isEmpty()).flatMap(learners::byUsername);
        Filter filter = new Filter(
                learner.orElse(null),
                program == null || program.isEmpty()
                        ? null
                        : UuidText.ofDigits(program)
                                .orElseThrow(() -> ProblemException.badRequest(
                                        "invalid_program_uuid", "program is the uuid of a program.")),
                obstacle(reason));
        if (username != null && !username.isEmpty() && learner.isEmpty()) {
            return NumberedPage.of(List.of(), 0, asked, links);
        }
        List<PendingAwardItem> items = pending.list(filter, asked.offset(), asked.size()).stream()
                .map(PendingAwardItem::of)
                .toList();
        return NumberedPage.of(items, pending.count(filter), asked, links);
    }

    private static @Nullable Obstacle obstacle(@Nullable String reason) {
        try {
            return reason == null || reason.isEmpty() ? null : Obstacle.of(reason);
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.badRequest(
                    "invalid_reason", "reason is credentials_disabled, program_excluded or no_active_configuration.");
        }
    }
}

package org.laurel.programs.credential.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.UuidText;
import org.laurel.kit.page.ListPage;
import org.laurel.kit.page.ListPage.Asked;
import org.laurel.kit.page.PageLinks;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;
import org.laurel.programs.credential.db.PendingAwardQuery;
import org.laurel.programs.credential.db.PendingAwardQuery.Filter;
import org.laurel.programs.credential.db.PendingAwardQuery.Found;
import org.laurel.programs.credential.domain.Obstacle;
import org.laurel.programs.learner.db.LearnerQuery;

/** Awards that learners have earned and that wait, for staff to see what is missing. */
@Path("/api/programs/v1/pending-awards")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Credentials")
public class PendingAwardResource {

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
                            + "as nothing stands in its way, and goes when a certificate leaves before.",
            extensions = @Extension(name = "x-unknown-is-empty", value = "true", parseValue = true))
    public ListPage<PendingAwardItem> list(
            @QueryParam("program") @Nullable String program,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("username") @Nullable String username,
            @QueryParam("page") @Nullable String page,
            @QueryParam("page_size") @Nullable String pageSize,
            @QueryParam("cursor") @Nullable String cursor) {
        Asked asked = new Asked(CredentialParameters.number(page), CredentialParameters.number(pageSize), cursor);
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
        return username != null && !username.isEmpty() && learner.isEmpty()
                ? ListPage.empty(asked, links)
                : ListPage.read(asked, links, new Awards(pending, filter), PendingAwardItem::of);
    }

    private static @Nullable Obstacle obstacle(@Nullable String reason) {
        try {
            return reason == null || reason.isEmpty() ? null : Obstacle.of(reason);
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.badRequest(
                    "invalid_reason", "reason is credentials_disabled, program_excluded or no_active_configuration.");
        }
    }

    private record Awards(PendingAwardQuery query, Filter filter) implements ListPage.Source<Found> {

        @Override
        public long count() {
            return query.count(filter);
        }

        @Override
        public List<Found> page(int offset, int limit) {
            return query.page(filter, offset, limit);
        }

        @Override
        public List<Found> after(String cursor, int limit) {
            return query.after(filter, ListPage.number(cursor), limit);
        }

        @Override
        public String cursor(Found item) {
            return String.valueOf(item.number());
        }
    }
}

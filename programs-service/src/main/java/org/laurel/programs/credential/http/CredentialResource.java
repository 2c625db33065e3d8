package org.laurel.programs.credential.http;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.UuidText;
import org.laurel.kit.page.ListPage;
import org.laurel.kit.page.ListPage.Asked;
import org.laurel.kit.page.PageLinks;
import org.laurel.kit.page.PublicUrl;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.programs.credential.db.CredentialQuery;
import org.laurel.programs.credential.db.CredentialQuery.Found;
import org.laurel.programs.credential.domain.CredentialFilter;
import org.laurel.programs.credential.domain.CredentialPlace;
import org.laurel.programs.learner.db.LearnerQuery;

/** Credentials, at the paths and in the shape that existing clients call. */
@Path("/api/v2/credentials")
@Tag(name = "Credentials")
public class CredentialResource {

    private final CredentialQuery credentials;
    private final LearnerQuery learners;
    private final Caller caller;
    private final Clock clock;
    private final PageLinks links;
    private final String publicUrl;

    CredentialResource(
            CredentialQuery credentials,
            LearnerQuery learners,
            Caller caller,
            Clock clock,
            PageLinks links,
            PublicUrl publicUrl) {
        this.credentials = credentials;
        this.learners = learners;
        this.caller = caller;
        this.clock = clock;
        this.links = links;
        this.publicUrl = publicUrl.origin();
    }

    @GET
    @Path("/")
    @Authenticated
    @Operation(
            summary = "Course and program credentials, oldest first",
            description = "Staff and service clients may list all; others must ask for their own username, which "
                    + "stands for the learner of the token. program_uuid also "
                    + "gives the course credentials of the program's runs, and nothing when it is no uuid. only_visible=true "
                    + "leaves out what the learner may not see yet. An unknown type does not restrict. Pages by "
                    + "number end after 10,000 credentials; cursor goes on, with the next_cursor of any page.",
            extensions = @Extension(name = "x-unknown-is-empty", value = "true", parseValue = true))
    public ListPage<CredentialItem> list(
            @QueryParam("username") @Nullable String username,
            @QueryParam("status") @Nullable String status,
            @QueryParam("type") @Nullable String type,
            @QueryParam("program_uuid") @Nullable String programUuid,
            @QueryParam("only_visible") @Nullable String onlyVisible,
            @QueryParam("page") @Nullable String page,
            @QueryParam("page_size") @Nullable String pageSize,
            @QueryParam("cursor") @Nullable String cursor) {
        if (!caller.isPrivileged() && (username == null || !caller.is(username))) {
            throw ProblemException.forbidden("Only staff and service clients may list credentials of others.");
        }
        Asked asked = new Asked(CredentialParameters.number(page), CredentialParameters.number(pageSize), cursor);
        Optional<LearnerId> learner = given(username).flatMap(this::learner);
        Optional<UUID> program = given(programUuid).flatMap(UuidText::ofDigits);
        CredentialFilter filter = new CredentialFilter(
                learner.orElse(null),
                CredentialParameters.status(status),
                CredentialParameters.kind(type),
                program.orElse(null),
                CredentialParameters.isTrue(onlyVisible) ? clock.instant() : null);
        boolean nobody = given(username).isPresent() && learner.isEmpty();
        boolean nothing = given(programUuid).isPresent() && program.isEmpty();
        return nobody || nothing
                ? ListPage.empty(asked, links)
                : ListPage.read(
                        asked,
                        links,
                        new Credentials(credentials, filter),
                        found -> CredentialItem.of(found, publicUrl));
    }

    @GET
    @Path("/{uuid}/")
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Operation(summary = "One credential", description = "For staff and service clients only, as ever.")
    public CredentialItem get(@PathParam("uuid") String uuid) {
        return UuidText.ofDigits(uuid)
                .flatMap(credentials::find)
                .map(found -> CredentialItem.of(found, publicUrl))
                .orElseThrow(CredentialView::notFound);
    }

    /** The caller is whom the token names. The replica may still give the caller's username to somebody else. */
    private Optional<LearnerId> learner(String username) {
        return caller.is(username) ? given(caller.learnerId()).map(LearnerId::new) : learners.byUsername(username);
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isEmpty());
    }

    private record Credentials(CredentialQuery query, CredentialFilter filter) implements ListPage.Source<Found> {

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
            return query.after(filter, CredentialParameters.place(cursor), limit);
        }

        @Override
        public String cursor(Found item) {
            return new CredentialPlace(item.createdAt(), item.uuid()).text();
        }
    }
}

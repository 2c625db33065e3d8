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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.UuidText;
import org.laurel.kit.page.NumberedPage;
import org.laurel.kit.page.PageLinks;
import org.laurel.kit.page.PageRequest;
import org.laurel.kit.page.PublicUrl;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.programs.credential.db.CredentialQuery;
import org.laurel.programs.credential.domain.CredentialFilter;
import org.laurel.programs.learner.db.LearnerQuery;

/** Credentials, at the paths and in the shape that existing clients call. */
@Path("/api/v2/credentials")
@Tag(name = "Credentials")
public class CredentialResource {

    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 100;

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
                    + "leaves out what the learner may not see yet. An unknown type does not restrict.")
    public NumberedPage<CredentialItem> list(
            @QueryParam("username") @Nullable String username,
            @QueryParam("status") @Nullable String status,
            @QueryParam("type") @Nullable String type,
            @QueryParam("program_uuid") @Nullable String programUuid,
            @QueryParam("only_visible") @Nullable String onlyVisible,
            @QueryParam("page") @Nullable String page,
            @QueryParam("page_size") @Nullable String pageSize) {
        if (!caller.isPrivileged() && (username == null || !caller.is(username))) {
            throw ProblemException.forbidden("Only staff and service clients may list credentials of others.");
        }
        PageRequest asked = PageRequest.of(
                CredentialParameters.number(page), CredentialParameters.number(pageSize), USUAL_SIZE, LARGEST_SIZE);
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
        if (nobody || nothing) {
            return NumberedPage.of(List.of(), 0, asked, links);
        }
        List<CredentialItem> items = credentials.list(filter, asked.offset(), asked.size()).stream()
                .map(found -> CredentialItem.of(found, publicUrl))
                .toList();
        return NumberedPage.of(items, credentials.count(filter), asked, links);
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
}

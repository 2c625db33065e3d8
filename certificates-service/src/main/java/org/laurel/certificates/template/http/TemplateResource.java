package org.laurel.certificates.template.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.file.http.RevisionTag;
import org.laurel.certificates.template.app.TemplateAuthoring;
import org.laurel.certificates.template.db.TemplateQuery;
import org.laurel.certificates.template.domain.CertificateTemplate;
import org.laurel.certificates.template.domain.TemplateCommand;
import org.laurel.certificates.template.domain.TemplateOutcome;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Certificate templates, for global staff and service clients. */
@Path("/api/certificates/v1/templates")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Templates")
public class TemplateResource {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final TemplateAuthoring authoring;
    private final TemplateQuery templates;
    private final Caller caller;

    TemplateResource(TemplateAuthoring authoring, TemplateQuery templates, Caller caller) {
        this.authoring = authoring;
        this.templates = templates;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Templates, newest first, without their texts")
    public CursorPage<TemplateAnswer> list(
            @QueryParam("organization") @Nullable String organization,
            @QueryParam("course_key") @Nullable String courseKey,
            @QueryParam("mode") @Nullable String mode,
            @QueryParam("is_active") @Nullable Boolean active,
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        int size = limit == null ? USUAL : Math.clamp(limit, 1, MOST);
        List<TemplateAnswer> found = templates
                .before(
                        cursor == null ? Long.MAX_VALUE : cursor,
                        size + 1,
                        new TemplateQuery.Filter(organization, courseKey, mode, active))
                .stream()
                .map(TemplateAnswer::item)
                .toList();
        return CursorPage.of(found, size, item -> String.valueOf(item.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A template with its newest text", description = "The ETag is what PUT and DELETE ask for.")
    public Response get(@PathParam("id") long id) {
        return answer(Response.ok(), templates.byId(id).orElseThrow(TemplateRefusals::notFound));
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Make a template",
            description = "It must parse and give well-formed XHTML with dummy values; 400 names line and column.")
    @APIResponse(responseCode = "201", description = "Made")
    @APIResponse(responseCode = "409", description = "There is one for the same certificates")
    public Response create(@NotNull @Valid TemplateBody body) {
        CertificateTemplate made = saved(new TemplateCommand.Create(body.draft(), caller.cause()));
        return answer(Response.created(URI.create("/api/certificates/v1/templates/" + made.id())), made);
    }

    @PUT
    @Path("/{id}")
    @Idempotent
    @Operation(
            summary = "Replace a template",
            description = "Another text or language makes a new version; certificates that were issued keep theirs.")
    @APIResponse(responseCode = "412", description = "Changed by somebody else since")
    @APIResponse(responseCode = "428", description = "Without If-Match")
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TemplateAnswer.class)))
    @APIResponse(responseCode = "409", description = "There is one for the same certificates")
    public Response put(
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid TemplateBody body) {
        Long revision = RevisionTag.expected(ifMatch, id);
        return answer(Response.ok(), saved(new TemplateCommand.Change(id, revision, body.draft(), caller.cause())));
    }

    @DELETE
    @Path("/{id}")
    @Idempotent
    @Operation(
            summary = "Delete a template",
            description = "Its versions stay, since issued certificates are rendered by them.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "412", description = "Changed by somebody else since")
    @APIResponse(responseCode = "428", description = "Without If-Match")
    public Response delete(@PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Long revision = RevisionTag.expected(ifMatch, id);
        outcome(new TemplateCommand.Delete(id, revision, caller.cause()));
        return Response.noContent().build();
    }

    private CertificateTemplate saved(TemplateCommand command) {
        if (outcome(command) instanceof TemplateOutcome.Saved saved) {
            return saved.template();
        }
        throw new IllegalStateException("a template is saved or refused");
    }

    private TemplateOutcome outcome(TemplateCommand command) {
        TemplateOutcome outcome = authoring.apply(List.of(command)).getFirst();
        return switch (outcome) {
            case TemplateOutcome.Saved saved -> saved;
            case TemplateOutcome.Deleted deleted -> deleted;
            case TemplateOutcome.Unknown unknown -> throw TemplateRefusals.notFound();
            case TemplateOutcome.Stale stale -> throw RevisionTag.stale();
            case TemplateOutcome.Taken taken -> throw TemplateRefusals.taken(taken);
            case TemplateOutcome.Broken broken -> throw TemplateRefusals.broken(broken);
        };
    }

    private static Response answer(Response.ResponseBuilder answer, CertificateTemplate template) {
        return answer.tag(RevisionTag.of(template.id(), template.revision()))
                .entity(TemplateAnswer.of(template))
                .build();
    }
}

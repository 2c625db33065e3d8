package org.laurel.programs.catalogue.http;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.page.IfMatch;
import org.laurel.kit.page.UuidParameter;
import org.laurel.kit.page.VersionTag;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.programs.catalogue.app.OrganizationKeeping;
import org.laurel.programs.catalogue.app.OrganizationReader;
import org.laurel.programs.catalogue.app.OrganizationRemoval;
import org.laurel.programs.catalogue.db.OrganizationQuery;
import org.laurel.programs.catalogue.db.OrganizationQuery.Found;
import org.laurel.programs.catalogue.domain.Keeping;
import org.laurel.programs.catalogue.domain.Organization;
import org.laurel.programs.catalogue.domain.PutOrganization;
import org.laurel.programs.catalogue.domain.Remove;

/** Organisations of the catalogue. */
@Path("/api/programs/v1/organizations/{uuid}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class OrganizationResource {

    private final OrganizationKeeping keeping;
    private final OrganizationRemoval removal;
    private final OrganizationQuery organizations;
    private final Caller caller;
    private final JsonDocument json;

    OrganizationResource(
            OrganizationKeeping keeping,
            OrganizationRemoval removal,
            OrganizationQuery organizations,
            Caller caller,
            JsonDocument json) {
        this.keeping = keeping;
        this.removal = removal;
        this.organizations = organizations;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @Authenticated
    @Operation(summary = "An organisation; its ETag is the version")
    @APIResponse(
            responseCode = "200",
            description = "The organisation",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OrganizationAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client has this version already")
    public Response get(@PathParam("uuid") String uuid, @Context Request request) {
        Found found = find(UuidParameter.read(uuid));
        return VersionTag.read(request, found.version(), OrganizationAnswer.of(found.organization()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Idempotent
    @Operation(
            summary = "Create or replace an organisation",
            extensions = @Extension(name = "x-creates", value = "true", parseValue = true),
            description = "With If-Match only while one of the given versions holds.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = OrganizationDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or the same as before",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OrganizationAnswer.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OrganizationAnswer.class)))
    @APIResponse(responseCode = "409", description = "Another organisation has the key")
    @APIResponse(responseCode = "412", description = "Another version holds than If-Match says")
    public Response put(
            @PathParam("uuid") String uuidText,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            String body) {
        UUID uuid = UuidParameter.read(uuidText);
        Organization organization = OrganizationReader.read(uuid, json.parse(body))
                .orRefuse("invalid_organization", "The organisation's document breaks rules.");
        Keeping.Kept kept = CatalogueAnswers.kept(
                keeping.apply(List.of(new PutOrganization(organization, IfMatch.read(ifMatch), caller.cause())))
                        .getFirst());
        return CatalogueAnswers.kept(
                kept instanceof Keeping.Created,
                "/api/programs/v1/organizations/" + uuid,
                kept.version(),
                OrganizationAnswer.of(organization));
    }

    @DELETE
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Idempotent
    @Operation(summary = "Delete an organisation that no program names as author; its history stays")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "A program that is not deleted names it as author")
    @APIResponse(responseCode = "412", description = "Another version holds than If-Match says")
    public Response delete(
            @PathParam("uuid") String uuid, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Remove command = new Remove(UuidParameter.read(uuid), IfMatch.read(ifMatch), caller.cause());
        return CatalogueAnswers.removed(removal.apply(List.of(command)).getFirst(), unknown());
    }

    @GET
    @Path("/history")
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Operation(summary = "All versions of an organisation, newest first, also when it is deleted by now")
    public CursorPage<VersionAnswer<OrganizationAnswer>> history(
            @PathParam("uuid") String uuid,
            @QueryParam("cursor") @DefaultValue("9223372036854775807") long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return VersionAnswer.page(
                        organizations.history(UuidParameter.read(uuid), cursor, limit + 1),
                        limit,
                        OrganizationAnswer::of)
                .orUnknown(cursor == Long.MAX_VALUE, OrganizationResource::unknown);
    }

    private Found find(UUID uuid) {
        return organizations.find(uuid).orElseThrow(OrganizationResource::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("organization_not_found", "There is no such organisation.");
    }
}

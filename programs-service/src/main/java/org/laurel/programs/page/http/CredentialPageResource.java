package org.laurel.programs.page.http;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.UuidText;
import org.laurel.kit.security.Roles;
import org.laurel.programs.page.db.PageQuery;

/** Pages of program credentials, for everybody. Certificates of course runs have theirs in certificates-service. */
@Path("/credentials")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Credential pages")
public class CredentialPageResource {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");
    private static final String SOMEBODY = "John Doë";

    private final PageQuery pages;
    private final CredentialPageView view;
    private final Clock clock;

    CredentialPageResource(PageQuery pages, CredentialPageView view, Clock clock) {
        this.pages = pages;
        this.view = view;
        this.clock = clock;
    }

    @GET
    @Path("/{uuid}/")
    @PermitAll
    @Operation(
            summary = "The page of a program credential",
            description =
                    "In the language of the program's certificate configuration, without one in the reader's. 404 "
                            + "unless the credential is a program's, holds and shows by now.",
            extensions = @Extension(name = "x-public", value = "true", parseValue = true))
    @APIResponse(responseCode = "200", description = "The page", content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "404",
            description = "There is none to see",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response page(
            @PathParam("uuid") String hex, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return uuid(hex)
                .flatMap(uuid -> pages.shown(uuid, clock.instant()))
                .map(page -> view.credential(page, hex, language))
                .orElseGet(view::absent);
    }

    @GET
    @Path("/example/{program_hex}/")
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Operation(
            summary = "What pages of a program's credentials look like",
            description =
                    "For staff, with dummy values; also before anybody has earned one, and while the configuration "
                            + "is not active. program_hex is the program's uuid without hyphens.")
    @APIResponse(responseCode = "200", description = "The page", content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "404",
            description = "There is no such program",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response example(
            @PathParam("program_hex") String hex, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return uuid(hex)
                .flatMap(uuid -> pages.example(uuid, SOMEBODY, clock.instant()))
                .map(page -> view.example(page, language))
                .orElseGet(view::absent);
    }

    private static Optional<UUID> uuid(String hex) {
        return HEX.matcher(hex).matches() ? UuidText.ofDigits(hex) : Optional.empty();
    }
}

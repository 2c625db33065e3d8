package org.laurel.programs.detail.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.page.FlagParameter;
import org.laurel.kit.page.UuidParameter;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.detail.app.PresentProgram;
import org.laurel.programs.detail.app.PresentProgram.Identity;
import org.laurel.programs.detail.app.ProgramPresentation;

/** Programs with what they are to a learner. */
@Path("/api/programs/v1/programs/{uuid}")
@Tag(name = "Program details")
public class ProgramDetailsResource {

    private final ProgramPresentation presentation;
    private final AskedViewer viewers;

    ProgramDetailsResource(ProgramPresentation presentation, AskedViewer viewers) {
        this.presentation = presentation;
        this.viewers = viewers;
    }

    @GET
    @Path("/details")
    @Authenticated
    @Operation(
            summary = "A program as a learner sees it",
            description =
                    "The document, and for each run whether the learner is enrolled, may enroll, may upgrade and has "
                            + "a certificate; what the learner may buy at once; certificates and pathways. The caller's own view, "
                            + "or with username that of another learner, for staff and service clients. mobile_only=true gives "
                            + "the addresses that an app for phones opens. Dates are written in the language of Accept-Language.")
    public ProgramDetailsAnswer details(
            @PathParam("uuid") String uuid,
            @QueryParam("username") @Nullable String username,
            @QueryParam("mobile_only") @Nullable String mobileOnly,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return answer(uuid, viewers.of(username), mobileOnly, language, false);
    }

    @GET
    @Path("/marketing")
    @Authenticated
    @Operation(
            summary = "A program as it is advertised",
            description =
                    "As details, with prices by the catalogue, instructors, and whether one can enroll in each run; "
                            + "without certificates. With username the offer is made to that learner, who has some courses "
                            + "already; without it to anybody.")
    public ProgramDetailsAnswer marketing(
            @PathParam("uuid") String uuid,
            @QueryParam("username") @Nullable String username,
            @QueryParam("mobile_only") @Nullable String mobileOnly,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        boolean isForAnybody = username == null || username.isEmpty();
        return answer(uuid, isForAnybody ? null : viewers.of(username), mobileOnly, language, true);
    }

    private ProgramDetailsAnswer answer(
            String uuidText,
            @Nullable Identity viewer,
            @Nullable String mobileOnly,
            @Nullable String language,
            boolean advertises) {
        UUID uuid = UuidParameter.read(uuidText);
        boolean isMobile = FlagParameter.read("mobile_only", mobileOnly, false);
        return presentation
                .apply(new PresentProgram(uuid, viewer, Language.of(language), isMobile, advertises))
                .map(ProgramDetailsAnswer::of)
                .orElseThrow(() -> ProblemException.notFound("program_not_found", "There is no such program."));
    }
}

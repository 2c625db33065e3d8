package org.laurel.programs.detail.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.UuidText;
import org.laurel.kit.page.PublicUrl;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.detail.app.PresentProgram;
import org.laurel.programs.detail.app.PresentProgram.Identity;
import org.laurel.programs.detail.app.ProgramPresentation;
import org.laurel.programs.detail.domain.Presentation;
import org.laurel.programs.progress.db.ProgressMeterQuery;
import org.laurel.programs.progress.domain.ProgramProgress;

/** The page of a program for the learner who asks, at the path and in the shape that existing clients call. */
@Path("/api/dashboard/v1/programs/{uuid}/progress_details")
@Tag(name = "Program details")
public class ProgressDetailsResource {

    private final ProgramPresentation presentation;
    private final ProgressMeterQuery meters;
    private final AskedViewer viewers;
    private final String origin;

    ProgressDetailsResource(
            ProgramPresentation presentation, ProgressMeterQuery meters, AskedViewer viewers, PublicUrl publicUrl) {
        this.presentation = presentation;
        this.meters = meters;
        this.viewers = viewers;
        this.origin = publicUrl.origin();
    }

    @GET
    @Path("/")
    @Authenticated
    @Operation(
            summary = "A program with the caller's progress",
            description =
                    "The program as it is to the caller, the courses by how far the caller has come, certificates, and where "
                            + "the program leads. 404 with error_code \"No program data available.\" for every program that there is not. "
                            + "mobile_only=true gives the addresses that an app for phones opens.")
    public ProgressDetailsAnswer get(
            @PathParam("uuid") String uuid,
            @QueryParam("mobile_only") @Nullable String mobileOnly,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        Identity learner = viewers.self();
        return UuidText.parse(uuid)
                .map(program -> new PresentProgram(
                        program, learner, Language.of(language), Boolean.parseBoolean(mobileOnly), false))
                .flatMap(presentation::apply)
                .map(shown -> ProgressDetailsAnswer.of(shown, progress(shown, learner), origin))
                .orElseThrow(ProgressDetailsResource::noData);
    }

    private ProgramProgress progress(Presentation presented, Identity learner) {
        return meters.in(
                learner.id(),
                presented.shown().program(),
                presented.shown().showing().now());
    }

    /** Clients read this text where others have a code. */
    private static ProblemException noData() {
        Problem problem = Problem.of(404, "no_program_data", "No program data available.");
        return new ProblemException(new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                null,
                "No program data available.",
                problem.developerMessage(),
                null,
                null,
                null));
    }
}

package org.laurel.certificates.invalidation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.command.http.CommandAnswer;
import org.laurel.certificates.invalidation.app.InvalidationResult;
import org.laurel.certificates.invalidation.app.InvalidationSetting;
import org.laurel.certificates.invalidation.domain.Invalidate;
import org.laurel.certificates.invalidation.domain.Obstacle;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.db.CertificateQuery;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Invalidates a learner's certificate for another system; the allowlist protects. Source: certificates, invalidate-by-exam. */
@Path("/api/certificates/v1/course-runs/{course_key: .+}/invalidations:by-source")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Invalidations")
public class SourceInvalidationResource {

    private static final String EXAM = "exam_event";

    private final FactFolding folding;
    private final InvalidationSetting setting;
    private final InvalidationAuthor author;
    private final CertificateQuery certificates;
    private final LearnerQuery learners;
    private final AdministeredRuns runs;
    private final Caller caller;

    SourceInvalidationResource(
            FactFolding folding,
            InvalidationSetting setting,
            InvalidationAuthor author,
            CertificateQuery certificates,
            LearnerQuery learners,
            AdministeredRuns runs,
            Caller caller) {
        this.folding = folding;
        this.setting = setting;
        this.author = author;
        this.certificates = certificates;
        this.learners = learners;
        this.runs = runs;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Invalidate a learner's certificate for a reason that another system knows",
            description =
                    "Source exam_event counts as a rejected exam: a later evaluation may grant the certificate again. Any "
                            + "other source makes an invalidation that stands until it is taken back. A learner on the "
                            + "allowlist keeps the certificate.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CommandAnswer.class)))
    public Response invalidate(@PathParam("course_key") String courseKey, @Valid @NotNull SourceRequest wanted) {
        Learner learner = learner(wanted.learnerId());
        CaseKey key = new CaseKey(learner.id(), runs.own(courseKey));
        Cause cause = caller.cause().because(wanted.source());
        CommandAnswer answer = wanted.source().equals(EXAM)
                ? rejectExam(key, cause)
                : invalidate(key, learner.username(), wanted.source(), cause);
        return Response.ok(answer).build();
    }

    private CommandAnswer rejectExam(CaseKey key, Cause cause) {
        var rejected =
                new FactCommand.Happen(key, Fact.ExamRejected.KIND, order -> new Fact.ExamRejected(order, null), cause);
        return CommandAnswer.of(folding.apply(List.of(rejected)).getFirst());
    }

    private CommandAnswer invalidate(CaseKey key, String username, String source, Cause cause) {
        var command = new Invalidate(key, author.get(), source, Obstacle.OWN, cause);
        return switch (setting.apply(List.of(command)).getFirst()) {
            case InvalidationResult.Active active ->
                active.folded() == null
                        ? unchanged(key, "The invalidation is active already.")
                        : CommandAnswer.of(active.folded());
            case InvalidationResult.Refused refused ->
                unchanged(key, refused.obstacle().why(username));
        };
    }

    private CommandAnswer unchanged(CaseKey key, String why) {
        return CommandAnswer.unchanged(
                why,
                certificates.find(key).map(found -> found.stored().issued()).orElse(null));
    }

    private Learner learner(String id) {
        try {
            return learners.byId(new LearnerId(id)).orElseThrow(SourceInvalidationResource::unknown);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("invalid_learner_id", String.valueOf(malformed.getMessage()));
        }
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("learner_not_found", "No such learner is known here.");
    }
}

package org.laurel.certificates.issuance.http;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.issuance.db.CertificateQuery;
import org.laurel.certificates.issuance.db.ExplanationQuery;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Explanation;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Explains why a learner has a certificate, or has none. */
@Path("/api/certificates/v1/learners/{username}/courses/{course_key: .+}/eligibility")
@Authenticated
@Tag(name = "Eligibility")
public class EligibilityResource {

    private final CertificateQuery certificates;
    private final ExplanationQuery explanations;
    private final LearnerQuery learners;
    private final Caller caller;
    private final Clock clock;

    EligibilityResource(
            CertificateQuery certificates,
            ExplanationQuery explanations,
            LearnerQuery learners,
            Caller caller,
            Clock clock) {
        this.certificates = certificates;
        this.explanations = explanations;
        this.learners = learners;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Why the learner has, or has not, got a certificate in the course run",
            description =
                    "Every known fact in order and what was decided, what each rule says, and what would change the outcome. "
                            + "With as_of: from today's known facts up to that business time. With known_at: what was stored "
                            + "and known at that time. For the learner, staff and service clients.")
    public EligibilityAnswer explain(
            @PathParam("username") String username,
            @PathParam("course_key") String courseKey,
            @QueryParam("as_of") @Nullable String asOf,
            @QueryParam("known_at") @Nullable String knownAt) {
        CaseKey key = key(username, courseKey);
        Instant from = time("as_of", asOf);
        Instant known = time("known_at", knownAt);
        Explanation explanation = explanations.explain(key, from, known);
        if (known != null) {
            return EligibilityAnswer.of(
                    explanation,
                    CertificateState.of(explanations.storedAt(key, known).orElse(null)));
        }
        if (from != null) {
            return EligibilityAnswer.of(
                    explanation, CertificateState.assumed(explanation.record().certificate()));
        }
        return EligibilityAnswer.of(
                explanation,
                certificates
                        .find(key)
                        .map(found -> CertificateState.of(found.stored().issued()))
                        .orElse(null));
    }

    @POST
    @Path("/what-if")
    @RolesAllowed({Roles.STAFF, Roles.SUPPORT, Roles.SERVICE})
    @Idempotent
    @Operation(
            summary = "What would come of other facts",
            description =
                    "Folds the assumed facts with the known ones, as if they came in now. Nothing is stored and nobody is told.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WhatIfAnswer.class)))
    public Response whatIf(
            @PathParam("username") String username,
            @PathParam("course_key") String courseKey,
            @Valid @NotNull WhatIf assumed) {
        CaseKey key = key(username, courseKey);
        Explanation today = explanations.explain(key);
        Explanation then = explanations.explain(key, assumed.hypothesis(today.now(), clock.instant()));
        return Response.ok(WhatIfAnswer.of(today, then)).build();
    }

    private CaseKey key(String username, String courseKey) {
        if (!caller.is(username) && !caller.isPrivileged() && !caller.isSupport()) {
            throw ProblemException.forbidden("Only the learner, staff and service clients may see this.");
        }
        Learner learner = learners.byUsername(username)
                .orElseThrow(() -> ProblemException.notFound("learner_not_found", "No such learner is known here."));
        return new CaseKey(learner.id(), CourseKeys.parse(courseKey));
    }

    private static @Nullable Instant time(String parameter, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw ProblemException.badRequest(
                    "invalid_time", parameter + " takes a time such as 2026-02-03T04:05:06Z.");
        }
    }
}

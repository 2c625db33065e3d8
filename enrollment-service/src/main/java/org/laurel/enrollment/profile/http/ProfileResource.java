package org.laurel.enrollment.profile.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.http.Refusal;
import org.laurel.enrollment.learner.http.VisibleLearners;
import org.laurel.enrollment.profile.app.ProfileReplacement;
import org.laurel.enrollment.profile.db.ProfileQueries;
import org.laurel.enrollment.profile.domain.Profile;
import org.laurel.enrollment.profile.domain.ProfileOutcome;
import org.laurel.enrollment.profile.domain.ProfileRules;
import org.laurel.enrollment.profile.domain.ReplaceProfile;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** The profile of a learner, for the learner, staff and service clients; for others there is none. */
@Path("/api/enrollment/v1/learners/{learner_id}/profile")
@Authenticated
public class ProfileResource {

    private final VisibleLearners learners;
    private final ProfileReplacement replacement;
    private final ProfileQueries profiles;
    private final Caller caller;
    private final Clock clock;

    ProfileResource(
            VisibleLearners learners,
            ProfileReplacement replacement,
            ProfileQueries profiles,
            Caller caller,
            Clock clock) {
        this.learners = learners;
        this.replacement = replacement;
        this.profiles = profiles;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "A learner's profile; without any members when nothing was said yet")
    public ProfileBody get(@PathParam("learner_id") String learnerId) {
        Learner learner = learners.find(learnerId);
        return ProfileBody.of(profiles.of(learner.id()).orElse(Profile.EMPTY));
    }

    @PUT
    @Idempotent
    @Operation(
            summary = "Replace a learner's profile; old_names and old_emails in meta stay as this service keeps them")
    @APIResponse(
            responseCode = "200",
            description = "The profile",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProfileBody.class)))
    @APIResponse(responseCode = "409", description = "The learner is retired, or is about to be")
    public Response put(@PathParam("learner_id") String learnerId, @NotNull @Valid ProfileBody body) {
        Learner learner = learners.find(learnerId);
        Profile profile = body.profile();
        refuseBreaches(profile);
        ReplaceProfile command = new ReplaceProfile(learner.id(), profile, false, caller.cause());
        return switch (replacement.apply(List.of(command)).getFirst()) {
            case ProfileOutcome.Kept kept ->
                Response.ok(ProfileBody.of(kept.profile())).build();
            case ProfileOutcome.Unfit unfit -> throw invalid(unfit.breaches());
            case ProfileOutcome.Departed departed -> throw Refusal.of(departed.objection());
        };
    }

    private void refuseBreaches(Profile profile) {
        int currentYear = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
        List<ProfileRules.Breach> breaches = ProfileRules.breaches(profile, currentYear);
        if (!breaches.isEmpty()) {
            throw invalid(breaches);
        }
    }

    private static ProblemException invalid(List<ProfileRules.Breach> breaches) {
        List<Problem.Violation> violations = breaches.stream()
                .map(breach -> new Problem.Violation(breach.member(), breach.message()))
                .toList();
        return new ProblemException(Problem.of(400, "invalid_profile", "The profile breaks a rule.", violations));
    }
}

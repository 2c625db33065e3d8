package org.laurel.certificates.allowlist.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.allowlist.app.AllowlistRemoval;
import org.laurel.certificates.allowlist.app.AllowlistSetting;
import org.laurel.certificates.allowlist.db.AllowlistQuery;
import org.laurel.certificates.allowlist.domain.Admission;
import org.laurel.certificates.allowlist.domain.Obstacle;
import org.laurel.certificates.allowlist.domain.RemoveEntry;
import org.laurel.certificates.allowlist.domain.SetEntry;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.learner.http.KnownLearners;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** A course run's allowlist, for its administrators and service clients. */
@Path("/api/certificates/v1/course-runs/{course_key: .+}/allowlist")
@Authenticated
@Tag(name = "Allowlist")
public class AllowlistResource {

    private final AllowlistSetting setting;
    private final AllowlistRemoval removal;
    private final AllowlistQuery entries;
    private final LearnerQuery learners;
    private final KnownLearners known;
    private final AdministeredRuns runs;
    private final Caller caller;

    AllowlistResource(
            AllowlistSetting setting,
            AllowlistRemoval removal,
            AllowlistQuery entries,
            LearnerQuery learners,
            KnownLearners known,
            AdministeredRuns runs,
            Caller caller) {
        this.setting = setting;
        this.removal = removal;
        this.entries = entries;
        this.learners = learners;
        this.known = known;
        this.runs = runs;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "The learners on the allowlist, in the order in which they were added",
            description =
                    "learner takes a username or an e-mail address. Entries that are disabled are left out unless "
                            + "include_disabled is true. cursor is next_cursor of the page before.")
    public CursorPage<AllowlistItem> list(
            @PathParam("course_key") String courseKey,
            @QueryParam("learner") @Nullable String learner,
            @QueryParam("include_disabled") @DefaultValue("false") boolean includeDisabled,
            @QueryParam("cursor") @DefaultValue("0") long cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        CourseKey run = runs.own(courseKey);
        Optional<Learner> only = learner == null ? Optional.empty() : learners.byUsernameOrEmail(learner);
        if (learner != null && only.isEmpty()) {
            return new CursorPage<>(List.of(), null);
        }
        List<AllowlistItem> page =
                entries.page(run, only.map(Learner::id).orElse(null), includeDisabled, cursor, limit + 1).stream()
                        .map(AllowlistItem::of)
                        .toList();
        return CursorPage.of(page, limit, item -> String.valueOf(item.id()));
    }

    @GET
    @Path("/{username}")
    @Operation(summary = "A learner's entry, enabled or not")
    public AllowlistItem get(@PathParam("course_key") String courseKey, @PathParam("username") String username) {
        return item(key(courseKey, username));
    }

    @GET
    @Path("/{username}/can-be-added")
    @Operation(
            summary = "Whether the learner can be added, and if not, why",
            description = "Adding takes an active enrollment, no active invalidation and no enabled entry.")
    public AdmissionAnswer canBeAdded(
            @PathParam("course_key") String courseKey, @PathParam("username") String username) {
        CourseKey run = runs.own(courseKey);
        Learner learner = known.named(username);
        CaseKey key = new CaseKey(learner.id(), run);
        Admission admission = entries.admissions(List.of(key)).getOrDefault(key, Admission.UNKNOWN);
        return AdmissionAnswer.of(learner.username(), admission.first(Obstacle.ANY));
    }

    @PUT
    @Path("/{username}")
    @Idempotent
    @Operation(
            summary = "Put the learner on the allowlist, or change the entry",
            description =
                    "Sets the entry whatever can-be-added says. An enabled entry evaluates the certificate at once; a "
                            + "disabled one stays as a row without effect. Setting what is there already changes nothing.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AllowlistItem.class)))
    public Response put(
            @PathParam("course_key") String courseKey,
            @PathParam("username") String username,
            @Valid @NotNull AllowlistRequest wanted) {
        CaseKey key = key(courseKey, username);
        boolean enabled = wanted.enabled() == null || wanted.enabled();
        String notes = wanted.notes() == null ? "" : wanted.notes();
        setting.apply(List.of(new SetEntry(key, enabled, notes, List.of(), caller.cause())));
        return Response.ok(item(key)).build();
    }

    @DELETE
    @Path("/{username}")
    @Idempotent
    @Operation(
            summary = "Take the learner off the allowlist",
            description = "Deletes the entry, enabled or not, and makes an existing certificate unavailable.")
    @APIResponse(responseCode = "204", description = "Taken off")
    public Response delete(@PathParam("course_key") String courseKey, @PathParam("username") String username) {
        CaseKey key = key(courseKey, username);
        if (removal.apply(List.of(new RemoveEntry(key, caller.cause()))).isEmpty()) {
            throw notListed();
        }
        return Response.noContent().build();
    }

    private CaseKey key(String courseKey, String username) {
        CourseKey run = runs.own(courseKey);
        return new CaseKey(known.named(username).id(), run);
    }

    private AllowlistItem item(CaseKey key) {
        return entries.find(key).map(AllowlistItem::of).orElseThrow(AllowlistResource::notListed);
    }

    private static ProblemException notListed() {
        return ProblemException.notFound("not_on_allowlist", "The learner has no entry on this allowlist.");
    }
}

package org.laurel.programs.progress.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.page.FlagParameter;
import org.laurel.kit.page.PublicUrl;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.programs.catalogue.domain.Extent;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.learner.db.LearnerQuery;
import org.laurel.programs.progress.db.ProgressMeterQuery;
import org.laurel.programs.progress.domain.DetailUrl;
import org.laurel.programs.progress.domain.ProgramProgress;
import org.laurel.programs.progress.domain.ProgressMeter;

/** Everything that is known of a learner's progress in programs. For the learner, staff and service clients. */
@Path("/api/programs/v1/learners/{username}")
@Authenticated
@Tag(name = "Progress")
public class LearnerProgressResource {

    private final ProgressMeterQuery meters;
    private final LearnerQuery learners;
    private final Caller caller;
    private final Clock clock;
    private final String origin;

    LearnerProgressResource(
            ProgressMeterQuery meters, LearnerQuery learners, Caller caller, Clock clock, PublicUrl publicUrl) {
        this.meters = meters;
        this.learners = learners;
        this.caller = caller;
        this.clock = clock;
        this.origin = publicUrl.origin();
    }

    @GET
    @Path("/progress")
    @Operation(
            summary = "A learner's progress in programs",
            description =
                    "Without uuid all programs in which the learner is engaged, otherwise those that are named, at "
                            + "most 50; unknown ones are left out. count_only=false gives courses instead of their number, for "
                            + "at most 50 programs. include_course_entitlements=false leaves out programs that the learner takes "
                            + "part in by an entitlement only. mobile_only=true gives addresses for the mobile application.")
    public ProgressAnswer progress(
            @PathParam("username") String username,
            @QueryParam("uuid") List<String> uuids,
            @QueryParam("count_only") @Nullable String countOnly,
            @QueryParam("include_course_entitlements") @Nullable String includeCourseEntitlements,
            @QueryParam("mobile_only") @Nullable String mobileOnly) {
        Set<UUID> asked = ProgressParameters.programs(uuids);
        boolean isCounted = FlagParameter.read("count_only", countOnly, true);
        boolean isEntitled = FlagParameter.read("include_course_entitlements", includeCourseEntitlements, true);
        boolean isMobile = FlagParameter.read("mobile_only", mobileOnly, false);
        LearnerId learner = learner(username);
        Extent extent = isCounted ? Extent.OUTLINE : Extent.DOCUMENT;
        ProgressMeter meter = asked.isEmpty()
                ? meters.engaged(learner, isEntitled, extent, clock.instant())
                : meters.of(learner, asked, isEntitled, extent, clock.instant());
        List<ProgramProgress> progress = meter.progress(named(meter, asked));
        if (!isCounted && progress.size() > ProgressParameters.MOST_PROGRAMS) {
            throw ProgressParameters.tooMany();
        }
        return ProgressAnswer.of(
                meter,
                meters.completed(meter.records(), asked.isEmpty() ? null : asked),
                progress.stream().map(found -> item(found, isCounted)).toList(),
                program -> DetailUrl.of(program, origin, isMobile));
    }

    @GET
    @Path("/enrolled-in-program-type")
    @Operation(
            summary = "Whether a learner takes part in a program of a type",
            description =
                    "slug is the type's, such as micromasters, ignoring case. Entitlements count as enrollments do; "
                            + "paid_modes_only=true counts only modes that cost something, of both.")
    public TypeEnrollment enrolledInProgramType(
            @PathParam("username") String username,
            @QueryParam("slug") @Nullable String slug,
            @QueryParam("paid_modes_only") @Nullable String paidModesOnly) {
        String type = ProgressParameters.slug(slug);
        boolean isPaid = FlagParameter.read("paid_modes_only", paidModesOnly, false);
        return new TypeEnrollment(meters.isEnrolledInType(learner(username), type, isPaid));
    }

    /** Whether a learner takes part. */
    record TypeEnrollment(boolean enrolled) {}

    private ProgressItem item(ProgramProgress progress, boolean isCounted) {
        return isCounted ? ProgressItem.Counted.of(progress) : ProgressItem.Listed.of(progress, origin);
    }

    /** The programs that were asked for by their uuids, in this order; none when none was. */
    private static List<ProgramDetail> named(ProgressMeter meter, Set<UUID> asked) {
        return asked.stream()
                .map(uuid -> meter.programs().stream()
                        .filter(program -> program.uuid().equals(uuid))
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The caller is whom the token names. The replica may still give the caller's username to somebody else. */
    private LearnerId learner(String username) {
        if (caller.is(username)) {
            return new LearnerId(caller.learnerId());
        }
        if (!caller.isPrivileged()) {
            throw ProblemException.forbidden("Only the learner, staff and service clients may see this.");
        }
        return learners.byUsername(username)
                .orElseThrow(() -> ProblemException.notFound("learner_not_found", "No such learner is known here."));
    }
}

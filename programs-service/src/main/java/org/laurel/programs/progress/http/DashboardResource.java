package org.laurel.programs.progress.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.programs.catalogue.domain.Extent;
import org.laurel.programs.progress.db.ProgressMeterQuery;
import org.laurel.programs.progress.domain.ProgressMeter;

/** The programs on a learner's dashboard, at the paths and in the shape that existing clients call. */
@Path("/api/dashboard")
@Authenticated
@Tag(name = "Progress")
public class DashboardResource {

    private static final Pattern VERSION_4 = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private static final String OF_ENTERPRISE = "Programs of the caller's enrollments by an enterprise";
    private static final String NO_ENTERPRISES =
            "Always empty: which enrollments an enterprise has brought is not known here.";

    private final ProgressMeterQuery meters;
    private final Caller caller;
    private final Clock clock;

    DashboardResource(ProgressMeterQuery meters, Caller caller, Clock clock) {
        this.meters = meters;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/v1/programs/")
    @Operation(
            summary = "The programs in which the caller is enrolled, with progress",
            description =
                    "By the newest enrollment. Programs in which the caller has only an entitlement are left out.")
    public List<DashboardProgram> programs() {
        ProgressMeter meter = meters.engaged(new LearnerId(caller.learnerId()), false, Extent.OUTLINE, clock.instant());
        return meter.progress(List.of()).stream().map(DashboardProgram::of).toList();
    }

    @GET
    @Path("/v1/programs/{enterprise_uuid}/")
    @Operation(summary = OF_ENTERPRISE, description = NO_ENTERPRISES)
    public List<DashboardProgram> ofEnterprise(@PathParam("enterprise_uuid") String enterpriseUuid) {
        return programsOf(enterpriseUuid);
    }

    @GET
    @Path("/v0/programs/{enterprise_uuid}/")
    @Operation(summary = OF_ENTERPRISE + ", as older clients ask", description = NO_ENTERPRISES)
    public List<DashboardProgram> ofEnterpriseAsBefore(@PathParam("enterprise_uuid") String enterpriseUuid) {
        return programsOf(enterpriseUuid);
    }

    private static List<DashboardProgram> programsOf(String enterpriseUuid) {
        if (!VERSION_4.matcher(enterpriseUuid).matches()) {
            throw ProblemException.notFound("enterprise_not_found", "Enterprises have uuids of version 4.");
        }
        return List.of();
    }
}

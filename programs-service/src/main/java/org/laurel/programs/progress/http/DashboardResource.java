package org.laurel.programs.progress.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.security.Caller;
import org.laurel.programs.progress.db.ProgressMeterQuery;
import org.laurel.programs.progress.domain.ProgressMeter;

/** The programs on a learner's dashboard, at the paths and in the shape that existing clients call. */
@Path("/api/dashboard")
@Authenticated
@Tag(name = "Progress")
public class DashboardResource {

    private static final String HEX = "[0-9a-fA-F]";

    /** A uuid of version 4; anything else in its place is no path of this service. */
    private static final String ENTERPRISE =
            "{enterprise_uuid: " + HEX + "{8}-" + HEX + "{4}-4" + HEX + "{3}-[89abAB]" + HEX + "{3}-" + HEX + "{12}}";

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
        ProgressMeter meter = meters.engaged(new LearnerId(caller.learnerId()), false, clock.instant());
        return meter.progress(List.of()).stream().map(DashboardProgram::of).toList();
    }

    @GET
    @Path("/v1/programs/" + ENTERPRISE + "/")
    @Operation(summary = OF_ENTERPRISE, description = NO_ENTERPRISES)
    public List<DashboardProgram> ofEnterprise(@PathParam("enterprise_uuid") String enterpriseUuid) {
        return List.of();
    }

    @GET
    @Path("/v0/programs/" + ENTERPRISE + "/")
    @Operation(summary = OF_ENTERPRISE + ", as older clients ask", description = NO_ENTERPRISES)
    public List<DashboardProgram> ofEnterpriseAsBefore(@PathParam("enterprise_uuid") String enterpriseUuid) {
        return List.of();
    }
}

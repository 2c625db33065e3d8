package org.laurel.certificates.mode.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.mode.db.ModeQuery;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.security.Roles;

/** The modes of a course run as this service knows them, and what its rules make of them. */
@Path("/api/certificates/v1/course-runs/{course_key: .+}/modes")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Course modes")
public class ModesResource {

    private final ModeQuery modes;
    private final Clock clock;

    ModesResource(ModeQuery modes, Clock clock) {
        this.modes = modes;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "The modes of a course run and what follows from them",
            description =
                    "enrollment-service owns the modes; this is what it told this service. A run without modes is "
                            + "offered in the default mode, audit. For staff and service clients.")
    public ModesAnswer get(
            @PathParam("course_key") String courseKeyText,
            @Parameter(description = "true lists only what a learner may choose now")
                    @QueryParam("selectable")
                    @DefaultValue("false")
                    @Pattern(regexp = "true|false", message = "must be true or false") String selectable,
            @Parameter(description = "The currency of the prices, in any case")
                    @QueryParam("currency")
                    @DefaultValue("usd")
                    @Pattern(regexp = "[A-Za-z]{3,8}", message = "must be a currency code, such as usd") String currency) {
        CourseKey courseKey = CourseKeys.parse(courseKeyText);
        return ModesAnswer.of(
                courseKey, modes.forRun(courseKey), Boolean.parseBoolean(selectable), currency, clock.instant());
    }
}

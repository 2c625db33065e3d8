package org.laurel.completion.progress.http;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/** What a list of course runs is asked for with. */
public class ListParameters {

    @QueryParam("username")
    @Nullable String username;

    @QueryParam("requested_fields")
    @Parameter(description = "Separated by commas: types of blocks of which sums are kept, mean, username")
    List<String> requestedFields = List.of();

    @QueryParam("course_key")
    @Parameter(description = "Only this course run; 404 when nothing in it can be completed")
    @Nullable String courseKey;

    @QueryParam("mobile_only")
    @Parameter(description = "true: only course runs that are offered in mobile applications; anything else: all")
    @Nullable String mobileOnly;

    /** The only course run wanted, null for all; 404 when the text is no key. */
    @Nullable CourseKey courseKey() {
        return courseKey == null || courseKey.isEmpty() ? null : Lookups.courseKey(Lookups.withPluses(courseKey));
    }

    boolean isMobileOnly() {
        return "true".equalsIgnoreCase(mobileOnly);
    }
}

package org.laurel.enrollment.throttle.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/** Tells in the OpenAPI document which operations the {@link ThrottleFilter} may refuse. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ThrottledAnswers implements OASFilter {

    private static final String STATUS = "429";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith(ThrottleFilter.COVERED)) {
                tell(item);
            }
        });
    }

    private static void tell(PathItem item) {
        item.getOperations().values().stream()
                .map(Operation::getResponses)
                .filter(responses -> !responses.hasAPIResponse(STATUS))
                .forEach(
                        responses -> responses.addAPIResponse(
                                STATUS,
                                OASFactory.createAPIResponse()
                                        .description(
                                                "Too many requests of the caller within a minute; ask again after Retry-After")));
    }
}

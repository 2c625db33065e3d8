package org.laurel.kit.throttle;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
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
        List<RequestLimit> limits = CDI.current().select(RequestLimits.class).stream()
                .flatMap(all -> all.limits().stream())
                .toList();
        if (!limits.isEmpty() && document.getPaths() != null) {
            document.getPaths().getPathItems().forEach((path, item) -> tell(limits, path, item));
        }
    }

    private static void tell(List<RequestLimit> limits, String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            if (limits.stream().anyMatch(limit -> limit.covers(method.name(), path))) {
                tell(operation);
            }
        });
    }

    private static void tell(Operation operation) {
        if (!operation.getResponses().hasAPIResponse(STATUS)) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            STATUS,
                            OASFactory.createAPIResponse()
                                    .description(
                                            "Too many requests of the caller within a minute; ask again after Retry-After"));
        }
    }
}

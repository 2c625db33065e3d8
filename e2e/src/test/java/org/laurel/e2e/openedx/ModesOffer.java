package org.laurel.e2e.openedx;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.laurel.stack.demo.Attempt;
import org.laurel.stack.demo.CourseRun;
import org.laurel.stack.rest.JsonClient;

/** Tells Laurel by REST in which modes a course run is offered, of which no event of a site tells. */
public record ModesOffer(JsonClient service) {

    /** One without a price and the verified one, for a course run that Laurel has to know by then. */
    public void of(CourseRun course, String free) {
        List<Map<String, Object>> modes = List.of(mode(free, 0), mode(Attempt.VERIFIED, 49));
        HttpRequest request = service.request(
                        "/api/enrollment/v1/course-runs/" + JsonClient.encoded(course.key()) + "/modes")
                .header("Content-Type", "application/json")
                .PUT(JsonClient.body(modes))
                .build();
        service.accepted(service.send(request));
    }

    private static Map<String, Object> mode(String slug, int price) {
        return Map.of("slug", slug, "name", slug, "min_price", price, "currency", "usd");
    }
}

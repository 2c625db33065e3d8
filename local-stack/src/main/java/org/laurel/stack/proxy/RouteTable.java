package org.laurel.stack.proxy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;

/** Which service answers a path, as {@code deploy/routes.yaml} says. The longest matching prefix wins. */
public final class RouteTable {
    private record Route(RoutePattern pattern, LaurelService service) {}

    private record FileContent(@JsonProperty("routes") List<Entry> routes) {}

    private record Entry(
            @JsonProperty("service") String service,
            @JsonProperty("prefixes") List<String> prefixes) {}

    private final List<Route> longestFirst;

    private RouteTable(List<Route> routes) {
        this.longestFirst = routes.stream()
                .sorted(Comparator.comparingInt(
                                (Route route) -> route.pattern().segments().size())
                        .reversed())
                .toList();
    }

    /**
     * Reads the file.
     *
     * @throws StackFailure if it is missing or malformed
     */
    public static RouteTable read(Path file) {
        try {
            return new RouteTable(new YAMLMapper()
                    .readValue(file.toFile(), FileContent.class).routes().stream()
                            .flatMap(entry -> entry.prefixes().stream()
                                    .map(prefix ->
                                            new Route(RoutePattern.of(prefix), LaurelService.named(entry.service()))))
                            .toList());
        } catch (IOException | IllegalArgumentException failure) {
            throw new StackFailure(
                    "The route table cannot be read: " + failure.getMessage(), "Correct " + file, failure);
        }
    }

    /**
     * The service that answers.
     *
     * @param rawPath the path of the request without its query, not decoded
     */
    public Optional<LaurelService> find(String rawPath) {
        List<String> segments = RawPath.segments(rawPath);
        return longestFirst.stream()
                .filter(route -> route.pattern().matches(segments))
                .map(Route::service)
                .findFirst();
    }
}

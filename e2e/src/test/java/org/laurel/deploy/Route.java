package org.laurel.deploy;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One prefix of {@code deploy/routes.yaml}.
 *
 * @param prefix begins with a slash; {@code *} stands for a segment
 * @param service who answers
 */
record Route(String prefix, String service) {

    /** All routes, longest prefix first. */
    static List<Route> all() {
        return Nodes.list(Repository.yaml("deploy/routes.yaml").path("routes")).stream()
                .flatMap(entry -> Nodes.texts(entry.path("prefixes")).stream()
                        .map(prefix -> new Route(prefix, entry.path("service").asText())))
                .sorted(Comparator.comparingInt(
                                (Route route) -> route.segments().size())
                        .reversed())
                .toList();
    }

    /** The expression that the raw request target of this route matches. */
    String expression() {
        return segments().stream()
                .map(segment -> segment.equals("*") ? "(?:[^/?]+|[^/?]+/[^/?]+/[^/?]+)" : segment.replace(".", "\\."))
                .collect(Collectors.joining("/", "^/", "(?:[/?]|$)"));
    }

    /** The prefix before its first wildcard, for an ingress. */
    String withoutWildcard() {
        return segments().stream().takeWhile(segment -> !segment.equals("*")).collect(Collectors.joining("/", "/", ""));
    }

    /** A request target under this route. */
    String example(String wildcard, String rest) {
        return prefix.replace("*", wildcard) + rest;
    }

    private List<String> segments() {
        return Stream.of(prefix.split("/", -1)).skip(1).toList();
    }
}

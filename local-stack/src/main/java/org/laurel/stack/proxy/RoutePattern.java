package org.laurel.stack.proxy;

import java.util.List;

/**
 * A path prefix of the route table. It ends at a segment border. {@code *} stands for one segment, or for the three
 * segments of an old course key whose slashes are not percent-encoded ({@code Org/Course/Run}).
 *
 * @param segments what stands between the slashes
 */
record RoutePattern(List<String> segments) {
    private static final String ANY = "*";
    private static final List<Integer> SEGMENTS_OF_ANY = List.of(1, 3);

    RoutePattern {
        segments = List.copyOf(segments);
    }

    static RoutePattern of(String prefix) {
        if (!prefix.startsWith("/") || prefix.endsWith("/")) {
            throw new IllegalArgumentException("a prefix begins with a slash and ends without: " + prefix);
        }
        return new RoutePattern(RawPath.segments(prefix));
    }

    boolean matches(List<String> path) {
        return matches(segments, path);
    }

    private static boolean matches(List<String> pattern, List<String> path) {
        if (pattern.isEmpty()) {
            return true;
        }
        if (path.isEmpty()) {
            return false;
        }
        List<String> rest = pattern.subList(1, pattern.size());
        if (!pattern.getFirst().equals(ANY)) {
            return pattern.getFirst().equals(path.getFirst()) && matches(rest, path.subList(1, path.size()));
        }
        return SEGMENTS_OF_ANY.stream()
                .filter(count -> count <= path.size())
                .filter(count -> path.subList(0, count).stream().noneMatch(String::isEmpty))
                .anyMatch(count -> matches(rest, path.subList(count, path.size())));
    }
}

package org.laurel.stack.proxy;

import java.util.List;
import java.util.Locale;

/** Reads a path as it came over the wire, without decoding it. */
final class RawPath {

    private RawPath() {}

    /** What stands between the slashes; two slashes in a row enclose an empty segment. */
    static List<String> segments(String path) {
        String withoutFirstSlash = path.startsWith("/") ? path.substring(1) : path;
        return List.of(withoutFirstSlash.split("/", -1));
    }

    /**
     * Whether a segment means this folder or the one above. Such a path could lead a service that resolves it out of the
     * prefix that matched, for example to {@code /q}.
     */
    static boolean hasDotSegments(String path) {
        return segments(path).stream()
                .map(segment -> segment.toLowerCase(Locale.ROOT).replace("%2e", "."))
                .anyMatch(segment -> segment.equals(".") || segment.equals(".."));
    }
}

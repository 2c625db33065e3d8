package org.laurel.completion.xapi.domain;

import java.nio.charset.StandardCharsets;
import java.util.Formatter;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.WebAddress;

/**
 * The address of the learning platform, under which the activities of statements lie (completion, progress events and xAPI).
 *
 * @param value an {@code http} or {@code https} address without query, fragment and final slash
 */
public record LmsRoot(String value) {

    /** Characters of ASCII that a path may hold as they are (RFC 3986, 3.3), but for letters and digits. */
    private static final String OF_PATHS = "-._~!$&'()*+,;=:@/";

    /**
     * Takes final slashes off.
     *
     * @throws IllegalArgumentException when the text is no such address
     */
    public LmsRoot {
        if (!WebAddress.isAbsolute(value) || value.indexOf('?') >= 0 || value.indexOf('#') >= 0) {
            throw new IllegalArgumentException("no http or https address without query and fragment");
        }
        value = value.replaceFirst("/+$", "");
    }

    /** The IRI of a block. */
    public String block(String blockKey) {
        return value + "/xblock/" + path(blockKey);
    }

    /** The IRI of a course run. */
    public String course(CourseKey courseKey) {
        return value + "/course/" + path(courseKey.value());
    }

    /** The key as it may stand in the path of an IRI (RFC 3987): nearly always as it is. */
    private static String path(String key) {
        StringBuilder path = new StringBuilder(key.length());
        key.codePoints().forEach(point -> append(path, point));
        return path.toString();
    }

    private static void append(StringBuilder path, int point) {
        if (isOfPaths(point)) {
            path.appendCodePoint(point);
            return;
        }
        Formatter escapes = new Formatter(path);
        for (byte part : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            escapes.format("%%%02X", part);
        }
    }

    private static boolean isOfPaths(int point) {
        if (point < 0x80) {
            return Character.isLetterOrDigit(point) || OF_PATHS.indexOf(point) >= 0;
        }
        return !Character.isSpaceChar(point) && isUnreserved(point);
    }

    /** The characters beyond ASCII that IRIs have unescaped (RFC 3987, 2.2), but for tags. */
    private static boolean isUnreserved(int point) {
        return (point >= 0xA0 && point <= 0xD7FF)
                || (point >= 0xF900 && point <= 0xFDCF)
                || (point >= 0xFDF0 && point <= 0xFFEF)
                || (point >= 0x1_0000 && point <= 0xD_FFFD && (point & 0xFFFE) != 0xFFFE);
    }
}

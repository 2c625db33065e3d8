package org.laurel.completion.progress.http;

import java.util.Optional;
import java.util.regex.Pattern;
import org.laurel.completion.progress.http.EffectiveLearner.Selected;
import org.laurel.completion.structure.domain.BlockKeys;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/** What the completion endpoints answer when something is not there. */
public final class Lookups {

    private static final Pattern OLD_STYLE = Pattern.compile("^i4x:/(?!/)");

    private Lookups() {}

    /** The course key of a path, which may end with a slash; 404 when it is none. */
    public static CourseKey courseKey(String text) {
        String key = withoutSlash(text);
        return parsed(key)
                .orElseThrow(
                        () -> ProblemException.notFound("invalid_course_key", "Invalid course key: '" + key + "'."));
    }

    /** The same in the paths that only we have: 400 when it is no course key. */
    public static CourseKey parsedCourseKey(String text) {
        String key = withoutSlash(text);
        return parsed(key)
                .orElseThrow(
                        () -> ProblemException.badRequest("invalid_course_key", "Invalid course key: '" + key + "'."));
    }

    /**
     * The key under which the block of a path is stored, see {@link BlockKeys#stored}. The text may end with a slash, and one of old
     * style may stand there as it is, in spite of its slashes.
     */
    public static String blockKey(String text, CourseKey courseKey) {
        String key = withoutSlash(text);
        // The server takes two slashes in a path for one.
        return BlockKeys.stored(OLD_STYLE.matcher(key).replaceFirst("i4x://"), courseKey);
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static Optional<CourseKey> parsed(String key) {
        try {
            return Optional.of(new CourseKey(key));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** 404: the structure that counts, or what the learner sees of it, does not have the block. */
    public static ProblemException blockNotFound(String blockKey) {
        return ProblemException.notFound("block_not_found", "Invalid block key: '" + blockKey + "'.");
    }

    /**
     * The key under which a block of a course run is stored. A plus that a client left as it is arrives as a space, and a block
     * of an old-style course run may be named by a key that names the run.
     */
    public static String storedBlockKey(String text, CourseKey courseKey) {
        return BlockKeys.stored(withPluses(text), courseKey);
    }

    /** A text of a query in which a client left pluses as they are, which arrive as spaces. No key holds a space. */
    public static String withPluses(String text) {
        return text.replace(' ', '+');
    }

    public static ProblemException notEnrolled(Selected learner, CourseKey courseKey) {
        return ProblemException.notFound(
                "not_enrolled",
                "User '" + learner.username() + "' does not have an active enrollment in course '" + courseKey + "'.");
    }
}

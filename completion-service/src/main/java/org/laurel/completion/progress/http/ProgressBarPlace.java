package org.laurel.completion.progress.http;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.Extent;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.BlockKeys;
import org.laurel.events.key.CourseKey;

/**
 * What a progress bar is about, as its path names it: a course key, which in the old form has slashes itself, and perhaps a
 * chapter.
 *
 * @param courseKey null when the text is none
 * @param chapter the chapter's key or the last part of it, null for the whole course
 */
record ProgressBarPlace(
        @Nullable CourseKey courseKey, @Nullable String chapter) {

    private static final String CHAPTER = "chapter";
    private static final Pattern PATH = Pattern.compile("([^/:]+/[^/]+/[^/]+|[^/]+)(?:/(.+))?");

    static ProgressBarPlace of(String path) {
        String text = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        Matcher parts = PATH.matcher(text);
        if (!parts.matches()) {
            return new ProgressBarPlace(null, null);
        }
        try {
            CourseKey courseKey = new CourseKey(parts.group(1));
            String chapter = parts.group(2);
            return new ProgressBarPlace(courseKey, chapter == null ? null : BlockKeys.stored(chapter, courseKey));
        } catch (IllegalArgumentException malformed) {
            return new ProgressBarPlace(null, null);
        }
    }

    /** What has to be read for it. */
    Extent extent() {
        return chapter == null ? Extent.COURSE : new Extent(Set.of(CHAPTER), null);
    }

    /** Whether a block is the chapter. */
    boolean names(Aggregate block) {
        String key = block.blockKey();
        String id = key.substring(Math.max(key.lastIndexOf('@'), key.lastIndexOf('/')) + 1);
        return block.type().equals(CHAPTER) && (key.equals(chapter) || id.equals(chapter));
    }
}

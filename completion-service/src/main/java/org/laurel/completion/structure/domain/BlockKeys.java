package org.laurel.completion.structure.domain;

import org.laurel.events.key.CourseKey;
import org.laurel.events.key.UsageKey;

/** Which blocks may belong to which course run. */
public final class BlockKeys {

    private static final String OLD = "i4x://";

    private BlockKeys() {}

    /**
     * Whether the key is one of the course run's. Old-style keys do not name the run, so for them organisation and course
     * decide; the run is always stored beside the key.
     */
    public static boolean belong(UsageKey block, CourseKey courseKey) {
        return block.value().startsWith(prefix(courseKey));
    }

    /** Whether the text is a usage key at all. */
    public static boolean isUsageKey(String text) {
        try {
            return !new UsageKey(text).value().isEmpty();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /**
     * The key of a block as a course run's structure has it. A block of an old-style run may be named by a key that names the
     * run, {@code block-v1:Org+Course+Run+type@TYPE+block@ID}; every other text is left as it is.
     */
    public static String stored(String text, CourseKey courseKey) {
        boolean oldStyle = prefix(courseKey).startsWith(OLD);
        String named = "block-v1:" + courseKey.org() + "+" + courseKey.course() + "+" + courseKey.run() + "+type@";
        if (!oldStyle || !text.startsWith(named) || !isUsageKey(text)) {
            return text;
        }
        UsageKey key = new UsageKey(text);
        return prefix(courseKey) + key.blockType() + "/" + key.blockId();
    }

    private static String prefix(CourseKey courseKey) {
        String text = courseKey.value();
        if (text.startsWith("course-v1:") || courseKey.isCcx()) {
            String scheme = courseKey.isCcx() ? "ccx-block-v1:" : "block-v1:";
            return scheme + text.substring(text.indexOf(':') + 1) + "+type@";
        }
        return OLD + courseKey.org() + "/" + courseKey.course() + "/";
    }
}

package org.laurel.completion.structure.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.UsageKey;

/** The rules of form that every block obeys on its own. */
final class BlockRules {

    private static final int LONGEST_TYPE = 100;
    private static final int LONGEST_NAME = 255;
    private static final int MOST_CHILDREN = 10_000;
    private static final int MOST_GROUPS = 1_000;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private BlockRules() {}

    static void check(StructureBlock block, String path, CourseKey courseKey, Violations found) {
        found.addIf(
                !isKeyOf(block.blockKey(), courseKey), path + ".block_key", "is not a block key of this course run");
        found.addIf(!isText(block.type(), LONGEST_TYPE), path + ".type", "takes 1 to 100 characters");
        found.addIf(
                block.displayName() != null && !isShort(block.displayName(), LONGEST_NAME),
                path + ".display_name",
                "takes at most 255 characters");
        found.addIf(
                block.completionMode() != null
                        && CompletionMode.of(block.completionMode()).isEmpty(),
                path + ".completion_mode",
                "is none of completable, aggregator, excluded");
        found.addIf(block.children().size() > MOST_CHILDREN, path + ".children", "has more than 10,000 items");
        checkGroups(block.groups(), path + ".groups", found);
        found.addIf(!isCommonTime(block.releaseAt()), path + ".release_at", "is outside the years 1 to 9999");
    }

    static boolean isCommonTime(@Nullable Instant time) {
        return time == null || !(time.isBefore(EARLIEST) || time.isAfter(LATEST));
    }

    private static void checkGroups(@Nullable List<String> groups, String path, Violations found) {
        if (groups != null) {
            found.addIf(groups.size() > MOST_GROUPS, path, "has more than 1,000 items");
            found.addIf(
                    !groups.stream().allMatch(group -> isText(group, LONGEST_NAME) && group.indexOf('\n') < 0),
                    path,
                    "takes items of 1 to 255 characters on one line");
        }
    }

    private static boolean isKeyOf(String blockKey, CourseKey courseKey) {
        return BlockKeys.isUsageKey(blockKey) && BlockKeys.belong(new UsageKey(blockKey), courseKey);
    }

    private static boolean isText(String text, int longest) {
        return !text.isEmpty() && isShort(text, longest);
    }

    private static boolean isShort(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest && text.indexOf('\0') < 0;
    }
}

package org.laurel.events.key;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Key of one block of a course run, in one of three forms, kept in its original text:
 *
 * <ul>
 *   <li>{@code block-v1:Org+Course+Run+type@TYPE+block@ID}
 *   <li>{@code ccx-block-v1:Org+Course+Run+ccx@Id+type@TYPE+block@ID}
 *   <li>{@code i4x://Org/Course/TYPE/ID}, the old form, which does not name the run
 * </ul>
 *
 * @param value at most 255 characters without whitespace or control characters
 */
public record UsageKey(String value) {

    private static final String PART = KeyText.PART;
    private static final String RUN = PART + "\\+" + PART + "\\+" + PART;
    private static final String BLOCK = "\\+type@(" + PART + ")\\+block@(" + PART + ")";
    private static final Pattern NEW_FORM = Pattern.compile("block-v1:" + RUN + BLOCK);
    private static final Pattern CCX_FORM = Pattern.compile("ccx-block-v1:" + RUN + "\\+ccx@[0-9]+" + BLOCK);
    private static final Pattern OLD_FORM =
            Pattern.compile("i4x://" + PART + "/" + PART + "/(" + PART + ")/(" + PART + ")");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException when it has none of the three forms or breaks the rules of length and characters
     */
    public UsageKey {
        KeyText.check("usage key", value);
        parse(value);
    }

    /** The block's type, such as {@code vertical} or {@code problem}. */
    public String blockType() {
        return parse(value).group(1);
    }

    /** The block's id, unique within its course run and type. */
    public String blockId() {
        return parse(value).group(2);
    }

    /** Whether the key has the old form, which leaves the run to the course key beside it. */
    public boolean isOldStyle() {
        return value.startsWith("i4x://");
    }

    @Override
    public String toString() {
        return value;
    }

    private static Matcher parse(String value) {
        for (Pattern form : new Pattern[] {NEW_FORM, CCX_FORM, OLD_FORM}) {
            Matcher matcher = form.matcher(value);
            if (matcher.matches()) {
                return matcher;
            }
        }
        throw new IllegalArgumentException("usage key has no known form: " + value);
    }
}

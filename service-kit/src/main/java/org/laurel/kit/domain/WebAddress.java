package org.laurel.kit.domain;

import java.util.regex.Pattern;

/**
 * Addresses that a page may link to or show: {@code http} and {@code https} ones and absolute paths of the same
 * site. Anything else, {@code javascript:} above all, must not get onto a page that others read.
 */
public final class WebAddress {

    /** What a refusal says. */
    public static final String RULE = "must be an http or https address, or a path that begins with one slash";

    /** Longest address, in characters. */
    public static final int LONGEST = 2_048;

    private static final String HARMLESS = "[^\\s\\p{Cntrl}\"'`<>\\\\^{|}]";
    private static final Pattern ABSOLUTE =
            Pattern.compile("(?i:https?)://[A-Za-z0-9.\\-\\[\\]:]+(?:[/?#]" + HARMLESS + "*)?");
    private static final Pattern PATH = Pattern.compile("/(?!/)" + HARMLESS + "*");

    private WebAddress() {}

    /** Whether the text is an {@code http} or {@code https} address, and no path. */
    public static boolean isAbsolute(String text) {
        return text.length() <= LONGEST && ABSOLUTE.matcher(text).matches();
    }

    /** Whether the text is such an address. */
    public static boolean isAllowed(String text) {
        return text.length() <= LONGEST
                && (ABSOLUTE.matcher(text).matches() || PATH.matcher(text).matches());
    }
}

package org.laurel.stack.console;

import java.util.regex.Pattern;

/**
 * Text that cannot steer a terminal. What comes out of records and services may have been written by anybody, and a control
 * sequence in it could rewrite lines above, the title or the clipboard. Control characters are shown as escapes instead.
 */
public final class Printable {

    /** Control characters, what turns the direction of writing, and separators that some terminals take for line breaks. */
    private static final String STEERING = "[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069\\u2028\\u2029]";

    private static final Pattern IN_ONE_LINE = Pattern.compile(STEERING);
    private static final Pattern BUT_OWN_COLOURS =
            Pattern.compile("(?<own>\\u001b\\[(?:[012]|3[1236])m)|(?![\\n\\t])" + STEERING);

    private Printable() {}

    /** Foreign text for the middle of a line: without line breaks, too. */
    public static String inOneLine(String foreign) {
        return IN_ONE_LINE.matcher(foreign).replaceAll(found -> escaped(found.group()));
    }

    /** Text that {@link Style} may have coloured; line feeds and tabs stay. */
    static String butOwnColours(String text) {
        return BUT_OWN_COLOURS
                .matcher(text)
                .replaceAll(found -> found.group(1) == null ? escaped(found.group()) : found.group());
    }

    private static String escaped(String character) {
        return "\\\\u%04x".formatted((int) character.charAt(0));
    }
}

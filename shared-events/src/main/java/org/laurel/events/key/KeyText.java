package org.laurel.events.key;

/** The rules that every id and key obeys, whatever its form. */
final class KeyText {

    /** Longest id or key, in characters. */
    static final int LONGEST = 255;
    /** Characters of one part of a key: none that separates parts or needs escaping in URLs, HTML and lists. */
    static final String PART = "[^\\s+/@<>\"'&?#,\\\\]+";

    private KeyText() {}

    static void check(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(what + " has more than " + LONGEST + " characters");
        }
        if (value.codePoints().anyMatch(KeyText::isInvisible)) {
            throw new IllegalArgumentException(what + " contains whitespace or control characters");
        }
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint);
    }
}

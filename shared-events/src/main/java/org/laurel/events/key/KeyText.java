package org.laurel.events.key;

/** The rules that every id and key obeys, whatever its form. */
final class KeyText {

    /** Longest id or key, in characters. */
    static final int LONGEST = 255;
    /** Characters of one part of a key: none that separates parts or needs escaping in URLs, HTML and lists. */
    static final String PART = "[^\\s+/@<>\"'&?#,\\\\]+";

    private static final String SEPARATING = "/@<>\"'&?#,\\";

    private KeyText() {}

    static void check(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(what + " has more than " + LONGEST + " characters");
        }
        if (!isPlain(value) && value.codePoints().anyMatch(KeyText::isInvisible)) {
            throw new IllegalArgumentException(what + " contains whitespace or control characters");
        }
    }

    /** Whether all of it is visible ASCII, as nearly all keys are: a short way, since keys are made for each row that is read. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character <= ' ' || character > '~') {
                return false;
            }
        }
        return true;
    }

    /** How many parts of a key there are from there on, between plus signs; 0 when that is to be found out by {@link #PART}. */
    static int plainParts(String value, int from) {
        int parts = 1;
        int begin = from;
        for (int i = from; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '+') {
                if (i == begin) {
                    return 0;
                }
                parts++;
                begin = i + 1;
            } else if (character <= ' ' || character > '~' || SEPARATING.indexOf(character) >= 0) {
                return 0;
            }
        }
        return begin < value.length() ? parts : 0;
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint);
    }
}

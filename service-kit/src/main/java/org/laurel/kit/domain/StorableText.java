package org.laurel.kit.domain;

/** Which texts the database can hold: PostgreSQL knows neither U+0000 nor half a surrogate pair. */
public final class StorableText {

    private StorableText() {}

    /** Whether it can hold the text. */
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }
}

package org.laurel.programs.detail.http;

import java.text.DateFormat;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** The language that a client asks for. */
final class Language {

    private static final List<Locale> KNOWN = List.of(DateFormat.getAvailableLocales());

    private Language() {}

    /** The best of the header {@code Accept-Language} in which dates can be written; English when there is none. */
    static Locale of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            Locale best = Locale.lookup(LanguageRange.parse(header), KNOWN);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }
}

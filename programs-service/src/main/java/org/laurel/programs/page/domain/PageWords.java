package org.laurel.programs.page.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The words of the pages of credentials.
 *
 * @param language the two letters of the language that they are in
 * @param words by name; every language has the same names
 */
public record PageWords(String language, Map<String, String> words) {

    /** The languages that there are words in, the usual one first. */
    public static final List<String> LANGUAGES = List.of("en", "de", "es", "fr");

    private static final String USUAL = LANGUAGES.getFirst();
    private static final String BUNDLE = "page/words";

    public PageWords {
        words = Map.copyOf(words);
    }

    /**
     * The words in the language that is asked for; where there are none, in the one that the reader likes best.
     *
     * @param wanted a tag such as {@code es-419}, null when nobody asks for a language
     * @param acceptLanguage as browsers say it: {@code fr-CH, de;q=0.8}
     */
    public static PageWords of(@Nullable String wanted, @Nullable String acceptLanguage) {
        String asked = wanted == null
                ? ""
                : Locale.forLanguageTag(wanted.replace('_', '-')).getLanguage();
        return in(LANGUAGES.contains(asked) ? asked : liked(acceptLanguage));
    }

    private static PageWords in(String language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE,
                language.equals(USUAL) ? Locale.ROOT : Locale.of(language),
                PageWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> words = new HashMap<>();
        bundle.keySet().forEach(name -> words.put(name, bundle.getString(name)));
        return new PageWords(language, words);
    }

    private static String liked(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return USUAL;
        }
        try {
            List<LanguageRange> liked = LanguageRange.parse(acceptLanguage);
            return Optional.ofNullable(Locale.lookupTag(liked, LANGUAGES)).orElse(USUAL);
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return USUAL;
        }
    }
}

package org.laurel.certificates.rendering.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The words of the standard page and of the standard layout.
 *
 * @param language the two letters of the language that they are in
 * @param words by name; every language has the same names
 */
public record Labels(String language, Map<String, String> words) {

    /** The language where nothing else is asked for. */
    public static final String DEFAULT_LANGUAGE = "en";

    /** The languages that there are words in. */
    public static final List<String> LANGUAGES = List.of(DEFAULT_LANGUAGE, "de", "es", "fr");

    private static final String BUNDLE = "rendering/labels";

    public Labels {
        words = Map.copyOf(words);
    }

    /** The words in a language, which may be a tag like {@code es-419}; English where there are none. */
    public static Labels of(String language) {
        String primary = Locale.forLanguageTag(language.replace('_', '-')).getLanguage();
        String known = LANGUAGES.contains(primary) ? primary : DEFAULT_LANGUAGE;
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE,
                known.equals(DEFAULT_LANGUAGE) ? Locale.ROOT : Locale.of(known),
                Labels.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> words = new HashMap<>();
        bundle.keySet().forEach(name -> words.put(name, bundle.getString(name)));
        return new Labels(known, words);
    }

    /**
     * The language among those that there are words in that a reader likes best; English when there is none, or nothing that
     * can be understood is said.
     *
     * @param acceptLanguage as browsers say it: {@code fr-CH, de;q=0.8}
     */
    public static String languageFor(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return DEFAULT_LANGUAGE;
        }
        try {
            List<LanguageRange> liked = LanguageRange.parse(acceptLanguage);
            return Optional.ofNullable(Locale.lookupTag(liked, LANGUAGES)).orElse(DEFAULT_LANGUAGE);
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return DEFAULT_LANGUAGE;
        }
    }

    /** A word, null when there is none of that name. */
    public @Nullable String word(String name) {
        return words.get(name);
    }
}

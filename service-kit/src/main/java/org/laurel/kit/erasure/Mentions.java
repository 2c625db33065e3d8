package org.laurel.kit.erasure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds people in free text by the words that name them: usernames, names, e-mail addresses. A word is found where its parts
 * follow one another as words of their own, whatever stands between them, ignoring case: {@code Ada Lovelace} in
 * {@code "for ADA LOVELACE's sake"}, and not in {@code "Ada Lovelaces"}. Words of scripts that put no spaces between words are
 * found anywhere. Words below {@value #SHORTEST} characters ({@value #SHORTEST_UNSPACED} in such scripts) are too common to
 * tell that a text is about somebody.
 *
 * <p>Asking costs as much as the text is long, however many people there are, but for words of scripts without spaces.
 */
public final class Mentions {

    private static final int SHORTEST = 3;
    private static final int SHORTEST_UNSPACED = 2;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern UNSPACED = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]");

    /** By their first part. */
    private final Map<String, List<List<String>>> spaced = new HashMap<>();

    private final Set<String> unspaced = new LinkedHashSet<>();

    private Mentions() {}

    /** Mentions by any of the words. */
    public static Mentions of(Collection<String> words) {
        return of(words, SHORTEST);
    }

    /**
     * Mentions by any of the words that are long enough.
     *
     * @param shortest the least number of characters, but for scripts without spaces
     */
    public static Mentions of(Collection<String> words, int shortest) {
        Mentions mentions = new Mentions();
        for (String one : new LinkedHashSet<>(words)) {
            String word = one.strip().toLowerCase(Locale.ROOT);
            if (UNSPACED.matcher(word).find()) {
                if (word.length() >= SHORTEST_UNSPACED) {
                    mentions.unspaced.add(word);
                }
            } else if (word.length() >= shortest) {
                List<String> parts = parts(word);
                if (!parts.isEmpty()) {
                    mentions.spaced
                            .computeIfAbsent(parts.getFirst(), first -> new ArrayList<>())
                            .add(parts);
                }
            }
        }
        return mentions;
    }

    /** Whether none of the words can be found in any text. */
    public boolean isEmpty() {
        return spaced.isEmpty() && unspaced.isEmpty();
    }

    /** Whether a text has one of the words in it; no text has none. */
    public boolean isIn(@Nullable String text) {
        if (text == null || isEmpty()) {
            return false;
        }
        String folded = text.toLowerCase(Locale.ROOT);
        List<String> parts = parts(folded);
        for (int at = 0; at < parts.size(); at++) {
            for (List<String> word : spaced.getOrDefault(parts.get(at), List.of())) {
                if (at + word.size() <= parts.size()
                        && parts.subList(at, at + word.size()).equals(word)) {
                    return true;
                }
            }
        }
        return unspaced.stream().anyMatch(folded::contains);
    }

    private static List<String> parts(String text) {
        return BETWEEN.splitAsStream(text).filter(part -> !part.isEmpty()).toList();
    }
}

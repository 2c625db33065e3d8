package org.laurel.kit.erasure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.laurel.kit.sql.Column;

/**
 * The learners of one erasure, and how rows that may name them are found: one statement for a table, however many they are.
 *
 * <p>A text is cut into pieces in the database, and each word that names a learner into the same pieces here. Of each word, the
 * piece that tells most is looked up among the pieces of the texts, as rows of two tables are joined: the work grows with the
 * texts, not with texts times words. What is found <em>may</em> name the learner; {@link PersonalWords} tell whether it does.
 */
final class Leaving {

    /** Pieces are what e-mail addresses and escapes are made of. Means the same to Java and to PostgreSQL. */
    private static final String BETWEEN_PIECES = "[^a-z0-9._%+\\\\-]+";

    private static final Pattern BETWEEN = Pattern.compile(BETWEEN_PIECES);

    /** A byte beyond ASCII, as it is escaped. What stands beside an e-mail address may be such a sign, and is not part of it. */
    private static final String BYTE = "\\\\[0-7]{3}";

    private static final Pattern BYTES = Pattern.compile(BYTE);

    /** Breaks and quotes of JSON within bytes that are escaped. */
    private static final List<String> ESCAPES = List.of("\\\\n", "\\\\r", "\\\\t", "\\\\\"");

    private final Map<String, PersonalWords> learners;
    private final List<Piece> pieces;

    private Leaving(Map<String, PersonalWords> learners) {
        this.learners = learners;
        this.pieces = telling(learners.values());
    }

    /** A piece of a text that leads to a learner. */
    private record Piece(String learnerId, String text) {}

    static Leaving of(Map<String, ? extends Collection<String>> words) {
        Map<String, PersonalWords> learners = new TreeMap<>();
        words.forEach((learner, known) -> learners.put(learner, PersonalWords.of(learner, known)));
        return new Leaving(learners);
    }

    PersonalWords words(String learnerId) {
        PersonalWords words = learners.get(learnerId);
        if (words == null) {
            throw new IllegalArgumentException("nobody asked to erase this learner");
        }
        return words;
    }

    List<PersonalWords> all() {
        return List.copyOf(learners.values());
    }

    String[] ids() {
        return learners.keySet().toArray(String[]::new);
    }

    /** Whom each word names; of several learners of one name, the first. */
    Map<String, String> byWord() {
        Map<String, String> named = new TreeMap<>();
        learners.forEach((learner, words) -> {
            for (String word : words.lowerCase()) {
                named.putIfAbsent(word, learner);
            }
        });
        return named;
    }

    /** The learner ids of {@link #WORDS}. */
    String[] pieceLearners() {
        return Column.texts(pieces, Piece::learnerId);
    }

    /** The pieces of {@link #WORDS}. */
    String[] pieceTexts() {
        return Column.texts(pieces, Piece::text);
    }

    /** Begins a statement, with {@link #pieceLearners} and {@link #pieceTexts} as its first arguments. */
    static final String WORDS =
            "with word as materialized (select * from unnest(?::text[], ?::text[]) as w (learner_id, piece)) ";

    /**
     * Selects {@code (key, learner_id)} of rows that may name a learner, each pair once. Texts that are not ASCII are cut twice:
     * with their escaped bytes as parts of words, and as what stands between them.
     *
     * @param text the text of row {@code r} as {@code encode(..., 'escape')} writes its bytes
     */
    static String mayName(String table, String key, String text, String condition) {
        String cut = "lower((" + text + ") collate \"C\")";
        for (String escape : ESCAPES) {
            cut = "replace(" + cut + ", '" + escape + "', ' ')";
        }
        String both = "b.cut || case when strpos(b.cut, '\\') > 0 then ' ' || regexp_replace(b.cut, '" + BYTE
                + "', ' ', 'g') else '' end";
        return "select distinct r." + key + ", w.learner_id from " + table
                + " r cross join lateral (select " + cut + " as cut offset 0) b"
                + " cross join lateral unnest(string_to_array(regexp_replace(" + both + ", '" + BETWEEN_PIECES
                + "', ' ', 'g'), ' ')) as t (piece) join word w on w.piece = t.piece collate \"C\" where " + condition;
    }

    /**
     * Of each spelling of each word, the piece that the fewest learners share; of those, the longest. Of an e-mail address only
     * what stands before the {@code @} counts: many share the rest, and a full stop may follow it.
     */
    private static List<Piece> telling(Collection<PersonalWords> learners) {
        Map<String, Set<String>> sharedBy = new HashMap<>();
        Map<String, Set<List<String>>> cut = new TreeMap<>();
        for (PersonalWords words : learners) {
            words.spellings()
                    .map(Leaving::pieces)
                    .filter(parts -> !parts.isEmpty())
                    .forEach(parts -> {
                        cut.computeIfAbsent(words.learnerId(), id -> new HashSet<>())
                                .add(parts);
                        parts.forEach(part -> sharedBy.computeIfAbsent(part, one -> new HashSet<>())
                                .add(words.learnerId()));
                    });
        }
        Comparator<String> rare = Comparator.comparingInt(
                        (String part) -> sharedBy.getOrDefault(part, Set.of()).size())
                .thenComparing(Comparator.comparingInt(String::length).reversed())
                .thenComparing(Comparator.naturalOrder());
        List<Piece> telling = new ArrayList<>();
        cut.forEach((learner, spellings) -> spellings.stream()
                .map(parts -> parts.stream().min(rare).orElseThrow())
                .distinct()
                .forEach(part -> telling.add(new Piece(learner, part))));
        return telling;
    }

    private static List<String> pieces(String escaped) {
        int at = escaped.indexOf('@');
        if (at <= 0) {
            return cut(escaped);
        }
        String local = escaped.substring(0, at);
        List<String> ascii = cut(BYTES.matcher(local).replaceAll(" "));
        return ascii.isEmpty() ? cut(local) : ascii;
    }

    /** The pieces of a word whose bytes are escaped, as {@link #mayName} makes them. */
    private static List<String> cut(String escaped) {
        StringBuilder folded = new StringBuilder();
        escaped.chars().map(c -> c >= 'A' && c <= 'Z' ? c + 32 : c).forEach(c -> folded.append((char) c));
        String text = folded.toString();
        for (String escape : ESCAPES) {
            text = text.replace(escape, " ");
        }
        return BETWEEN.splitAsStream(text).filter(part -> !part.isEmpty()).toList();
    }
}

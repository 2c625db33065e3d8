package org.laurel.kit.erasure;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The learner id and the words that name a learner: usernames, names, e-mail addresses. A word is found as a whole value,
 * never inside another word, so that a learner called {@code a} or {@code audit} does no harm. Case does not count.
 *
 * <p>A word is <em>telling</em> when it hardly means anything else: an e-mail address, or a name of several words. An e-mail
 * address is found inside longer texts as well.
 */
final class PersonalWords {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String EMAIL_BEGINS = "(^|[^a-z0-9._%+-])";
    private static final String EMAIL_BEGINS_IN_BYTES = "(^|[^a-z0-9._%+-]|\\\\[0-7]{3})";
    private static final String EMAIL_ENDS = "($|[^a-z0-9.-]|[.]($|[^a-z0-9]))";

    /** A line break or tab as JSON spells it, once more escaped as bytes are. */
    private static final String JSON_BREAK = "\\\\\\\\[nrt]";

    /** The end of a text in JSON that is itself a text in JSON. Any other escape belongs to the word that it stands in. */
    private static final String JSON_QUOTE = "\\\\\\\\\"";

    private final String learnerId;
    private final Set<String> words;
    private final Pattern emails;
    private final Pattern cells;

    private PersonalWords(String learnerId, Set<String> words) {
        this.learnerId = learnerId;
        this.words = words;
        this.emails = Pattern.compile("(?<=" + EMAIL_BEGINS + ")" + anyOf(emails()) + "(?=" + EMAIL_ENDS + ")", FLAGS);
        this.cells = Pattern.compile("(?<=^|[\",;\\t\\r\\n]) *" + anyOf(words) + "(?= *(?:$|[\",;\\t\\r\\n]))", FLAGS);
    }

    /** Blank words name nobody and are left out, and so is the learner id, which stays as a tombstone. */
    static PersonalWords of(String learnerId, Collection<String> words) {
        Set<String> distinct = words.stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !word.equals(learnerId.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
        return new PersonalWords(learnerId, distinct);
    }

    String learnerId() {
        return learnerId;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** For {@code lower(column) = any(?)}. */
    String[] lowerCase() {
        return words.toArray(String[]::new);
    }

    /** Whether a text is one of the words. */
    boolean isWord(String text) {
        return words.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether a text is one of the words that hardly mean anything else. */
    boolean isTelling(String text) {
        return isWord(text) && isTellingWord(text.strip());
    }

    private static boolean isTellingWord(String word) {
        return word.indexOf('@') > 0 || word.chars().anyMatch(Character::isWhitespace);
    }

    /** The text without the e-mail addresses inside it. */
    String withoutEmails(String text) {
        return text.indexOf('@') < 0 || emails().isEmpty()
                ? text
                : emails.matcher(text).replaceAll("");
    }

    /** The text with the learner id in the place of each word that fills it or an item of a list in it. */
    String withId(String text) {
        return isEmpty() ? text : cells.matcher(text).replaceAll(Matcher.quoteReplacement(learnerId));
    }

    /** Finds what may be of this learner in {@code encode(bytes, 'escape')}, by PostgreSQL's {@code ~*}. */
    String inBytes() {
        String about = "\"learner_id\"\\s*:\\s*\"" + quoted(escaped(learnerId)) + "\"";
        return isEmpty() ? about : about + "|" + cells(words.stream()) + emailsInBytes() + "|" + inAvro();
    }

    /** The words as whole texts of an Avro body, where the length stands before a text and nothing behind it. */
    private String inAvro() {
        return words.stream()
                .flatMap(word -> Stream.of(word, word.toUpperCase(Locale.ROOT), titled(word)))
                .map(word -> quoted(avroLength(word) + escaped(word)))
                .distinct()
                .collect(Collectors.joining("|"));
    }

    /** How Avro writes the number of bytes: doubled, seven bits in a byte, the lowest first. */
    private static String avroLength(String word) {
        StringBuilder length = new StringBuilder();
        int rest = word.getBytes(StandardCharsets.UTF_8).length * 2;
        while (rest >= 0x80) {
            length.append(escaped((byte) (rest | 0x80)));
            rest >>>= 7;
        }
        return length.append(escaped((byte) rest)).toString();
    }

    /** As {@link #inBytes}, and the learner id as a whole value under whatever name. */
    String inAnswers() {
        return cells(Stream.concat(words.stream(), Stream.of(learnerId))) + emailsInBytes();
    }

    /** The words and the learner id as texts and JSON may spell them, as {@code encode(bytes, 'escape')} writes these. */
    Stream<String> spellings() {
        return Stream.concat(words.stream(), Stream.of(learnerId))
                .flatMap(PersonalWords::spellings)
                .map(PersonalWords::escaped);
    }

    private static String cells(Stream<String> values) {
        return values.flatMap(PersonalWords::spellings)
                .distinct()
                .map(word -> quoted(escaped(word)))
                .collect(Collectors.joining(
                        "|",
                        "(^|[\",;/?&=\\t\\r\\n]|" + JSON_BREAK + ") *(",
                        ") *($|[\",;/?&=\\t\\r\\n]|" + JSON_BREAK + "|" + JSON_QUOTE + ")"));
    }

    private String emailsInBytes() {
        List<String> emails = emails();
        return emails.isEmpty()
                ? ""
                : emails.stream()
                        .map(email -> quoted(escaped(email)))
                        .collect(Collectors.joining("|", "|" + EMAIL_BEGINS_IN_BYTES + "(", ")" + EMAIL_ENDS));
    }

    private List<String> emails() {
        return words.stream().filter(word -> word.indexOf('@') > 0).toList();
    }

    private static String anyOf(Collection<String> words) {
        return words.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    }

    /** A word as JSON may spell it. {@code ~*} ignores the case of ASCII only once bytes are escaped. */
    private static Stream<String> spellings(String word) {
        Set<String> spellings = new LinkedHashSet<>();
        for (String one : List.of(word, word.toUpperCase(Locale.ROOT), titled(word))) {
            String json = new String(JsonStringEncoder.getInstance().quoteAsString(one));
            spellings.addAll(List.of(one, json, ascii(json)));
        }
        return spellings.stream();
    }

    private static String titled(String word) {
        return Pattern.compile("(?<![\\p{L}])\\p{L}")
                .matcher(word)
                .replaceAll(first -> first.group().toUpperCase(Locale.ROOT));
    }

    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        text.chars().forEach(c -> ascii.append(c < 0x7f ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return ascii.toString();
    }

    /** What PostgreSQL's {@code encode(..., 'escape')} makes of a text's bytes. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(escaped(one));
        }
        return escaped.toString();
    }

    private static String escaped(byte one) {
        if (one <= 0) {
            return String.format("\\%03o", one & 0xff);
        }
        return one == '\\' ? "\\\\" : String.valueOf((char) one);
    }

    /** A text as a regular expression of PostgreSQL that finds just it. */
    private static String quoted(String text) {
        return Pattern.compile("[^\\p{L}\\p{N}]")
                .matcher(text)
                .replaceAll(one -> "\\\\" + Matcher.quoteReplacement(one.group()));
    }
}

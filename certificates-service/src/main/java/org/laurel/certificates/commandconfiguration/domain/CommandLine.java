package org.laurel.certificates.commandconfiguration.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line into words as a POSIX shell does: blanks separate, single quotes keep everything, double quotes keep all but
 * a backslash before a quote or backslash, and outside quotes a backslash keeps the next character. Nothing is expanded.
 */
public final class CommandLine {

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;

    private CommandLine(String text) {
        this.text = text;
    }

    /** What became of a line. */
    public sealed interface Split {}

    /** Its words, which may be empty where quotes enclose nothing. */
    public record Words(List<String> list) implements Split {

        public Words {
            list = List.copyOf(list);
        }
    }

    /**
     * A quote or backslash that nothing follows.
     *
     * @param position of that character, from 1
     * @param message what is missing
     */
    public record Unbalanced(int position, String message) implements Split {}

    /** Splits a line. */
    public static Split split(String text) {
        return new CommandLine(text).run();
    }

    private Split run() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                endWord();
                at++;
                continue;
            }
            inWord = true;
            int next = switch (c) {
                case '\'' -> singleQuoted(at);
                case '"' -> doubleQuoted(at);
                case '\\' -> escaped(at);
                default -> plain(at);
            };
            if (next < 0) {
                return new Unbalanced(
                        at + 1, c == '\\' ? "nothing follows the backslash" : "the quote " + c + " is never closed");
            }
            at = next;
        }
        endWord();
        return new Words(words);
    }

    private int plain(int at) {
        word.append(text.charAt(at));
        return at + 1;
    }

    private int escaped(int at) {
        if (at + 1 == text.length()) {
            return -1;
        }
        word.append(text.charAt(at + 1));
        return at + 2;
    }

    private int singleQuoted(int at) {
        int end = text.indexOf('\'', at + 1);
        if (end < 0) {
            return -1;
        }
        word.append(text, at + 1, end);
        return end + 1;
    }

    private int doubleQuoted(int start) {
        for (int at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            boolean escapes = c == '\\' && at + 1 < text.length() && "\"\\".indexOf(text.charAt(at + 1)) >= 0;
            word.append(escapes ? text.charAt(++at) : c);
        }
        return -1;
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}

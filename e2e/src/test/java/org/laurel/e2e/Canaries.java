package org.laurel.e2e;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Words that stand nowhere but where a test has planted them.
 *
 * @param mark tells the words of this test from all others
 */
record Canaries(String mark) {

    static Canaries fresh() {
        return new Canaries(UUID.randomUUID().toString().replace("-", "").substring(0, 10));
    }

    /** The word of this number. */
    String word(int number) {
        return "canary%02dq%s".formatted(number, mark);
    }

    /** The words in a text, whatever their case. */
    Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        Pattern.compile("canary\\d\\dq" + mark, Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .results()
                .forEach(result -> found.add(result.group().toLowerCase(Locale.ROOT)));
        return found;
    }
}

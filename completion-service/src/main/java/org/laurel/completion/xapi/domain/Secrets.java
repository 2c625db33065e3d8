package org.laurel.completion.xapi.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What lets us in, and must not get into logs and tables by way of what somebody else has written: a gateway that shows the
 * request that it refused, for instance.
 *
 * @param values as they may be found in texts
 */
public record Secrets(List<String> values) {

    private static final String MASK = "***";

    /** Credentials of whatever kind that follow the name of their scheme (RFC 9110, 11.4). */
    private static final Pattern CREDENTIALS =
            Pattern.compile("\\b(Basic|Bearer)([\\s:=\"'\\\\]+)[A-Za-z0-9+/=._~\\\\-]{20,}", Pattern.CASE_INSENSITIVE);

    /** Longer ones first, since one may be a part of another. */
    public Secrets {
        values = values.stream()
                .filter(value -> !value.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The text without them, written as they are or escaped in JSON, and without what looks like credentials. */
    public String mask(String text) {
        String masked = text;
        for (String value : values) {
            masked = escaped(value).matcher(masked).replaceAll(MASK);
        }
        return CREDENTIALS.matcher(masked).replaceAll("$1$2" + MASK);
    }

    /** Every character as it is, behind any number of backslashes (JSON within JSON), or by its number. */
    private static Pattern escaped(String value) {
        StringBuilder pattern = new StringBuilder();
        int before = 0;
        for (int character : value.codePoints().toArray()) {
            if (character != '\\') {
                pattern.append(escaped(character));
            } else if (before != '\\') {
                pattern.append("\\\\++(?:u005[cC]\\\\*+)*+");
            }
            before = character;
        }
        return Pattern.compile(pattern.toString());
    }

    private static String escaped(int character) {
        String plain = Character.toString(character);
        String numbers = plain.chars()
                .mapToObj(half -> String.format(Locale.ROOT, "(?<=\\\\)u(?i:%04x)", half))
                .collect(Collectors.joining("\\\\++"));
        return "\\\\*+(?:" + numbers + "|" + Pattern.quote(plain) + ")";
    }
}

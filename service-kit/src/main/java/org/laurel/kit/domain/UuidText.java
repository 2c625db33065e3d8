package org.laurel.kit.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Uuids as texts, in any case. {@link UUID#fromString} takes more than these, {@code 1-1-1-1-1} for instance. */
public final class UuidText {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{32}");

    private UuidText() {}

    /** The uuid of a text in the usual form, empty when it is none. */
    public static Optional<UUID> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** The uuid of 32 hexadecimal digits, whether hyphens stand between them or not; empty when the text is none. */
    public static Optional<UUID> ofDigits(String text) {
        String digits = text.toLowerCase(Locale.ROOT).replace("-", "");
        return DIGITS.matcher(digits).matches()
                ? Optional.of(new UUID(
                        Long.parseUnsignedLong(digits.substring(0, 16), 16),
                        Long.parseUnsignedLong(digits.substring(16), 16)))
                : Optional.empty();
    }

    /** Its 32 digits, in lower case and without hyphens. */
    public static String digits(UUID uuid) {
        return uuid.toString().replace("-", "");
    }
}

package org.laurel.programs.record.http;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.laurel.kit.problem.ProblemException;

/** Reads the ids of programs and records as paths have them: 32 hexadecimal digits, with or without hyphens. */
final class RecordIds {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{32}");

    private RecordIds() {}

    /** The id, empty when the text is none. */
    static Optional<UUID> of(String text) {
        String hex = text.toLowerCase(Locale.ROOT).replace("-", "");
        return DIGITS.matcher(hex).matches()
                ? Optional.of(new UUID(
                        Long.parseUnsignedLong(hex.substring(0, 16), 16),
                        Long.parseUnsignedLong(hex.substring(16), 16)))
                : Optional.empty();
    }

    /** The id at a path of our own; a 400 when the text is none. */
    static UUID required(String text) {
        return of(text).orElseThrow(() -> ProblemException.badRequest("invalid_uuid", "The uuid is not valid."));
    }

    /** The 32 digits. */
    static String hex(UUID uuid) {
        return uuid.toString().replace("-", "");
    }
}

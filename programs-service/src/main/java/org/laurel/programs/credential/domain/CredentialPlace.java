package org.laurel.programs.credential.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A credential's place in lists, the oldest first.
 *
 * @param createdAt to the microsecond
 */
public record CredentialPlace(Instant createdAt, UUID uuid) {

    private static final Pattern FORM =
            Pattern.compile("(-?[0-9]{1,17})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** The place as one text: microseconds since 1970 and the uuid. */
    public String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + "_" + uuid;
    }

    /** The place with this text; an {@link IllegalArgumentException} when it is none. */
    public static CredentialPlace of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no place of a credential");
        }
        return new CredentialPlace(
                Instant.EPOCH.plus(Long.parseLong(form.group(1)), ChronoUnit.MICROS), UUID.fromString(form.group(2)));
    }
}

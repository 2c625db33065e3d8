package org.laurel.kit.domain;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Uuids as texts, in their usual form and any case. {@link UUID#fromString} takes more, {@code 1-1-1-1-1} for instance. */
public final class UuidText {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private UuidText() {}

    /** The uuid, empty when the text is none. */
    public static Optional<UUID> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}

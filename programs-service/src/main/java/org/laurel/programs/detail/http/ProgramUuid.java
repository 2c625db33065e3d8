package org.laurel.programs.detail.http;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The uuid of a program in a path. */
final class ProgramUuid {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private ProgramUuid() {}

    /** The uuid, empty when the text is none. */
    static Optional<UUID> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}

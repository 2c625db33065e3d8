package org.laurel.kit.page;

import java.util.UUID;
import org.laurel.kit.domain.UuidText;
import org.laurel.kit.problem.ProblemException;

/** A uuid in a path or query. */
public final class UuidParameter {

    private UuidParameter() {}

    /**
     * Reads one in the usual form.
     *
     * @throws ProblemException 400 {@code invalid_uuid} when it is none
     */
    public static UUID read(String text) {
        return UuidText.parse(text).orElseThrow(UuidParameter::invalid);
    }

    /**
     * Reads one of 32 hexadecimal digits, with or without hyphens.
     *
     * @throws ProblemException 400 {@code invalid_uuid} when it is none
     */
    public static UUID ofDigits(String text) {
        return UuidText.ofDigits(text).orElseThrow(UuidParameter::invalid);
    }

    private static ProblemException invalid() {
        return ProblemException.badRequest("invalid_uuid", "The uuid is not valid.");
    }
}

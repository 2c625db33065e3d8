package org.laurel.programs.configuration.http;

import java.util.UUID;
import java.util.regex.Pattern;
import org.laurel.kit.problem.ProblemException;

/** Reads the uuid of a program from a path or a query. */
final class ProgramUuid {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private ProgramUuid() {}

    /** The uuid, or a 400 for what is none. */
    static UUID read(String text) {
        if (!FORM.matcher(text).matches()) {
            throw ProblemException.badRequest("invalid_uuid", "The uuid is not valid.");
        }
        return UUID.fromString(text);
    }
}

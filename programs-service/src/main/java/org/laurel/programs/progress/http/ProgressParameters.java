package org.laurel.programs.progress.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.page.UuidParameter;
import org.laurel.kit.problem.ProblemException;

/** Reads query parameters of what is told of progress, or ends the request. */
final class ProgressParameters {

    /** So many programs may be asked for at once, which an address can hold, and so many are told course by course. */
    static final int MOST_PROGRAMS = 50;

    private static final int LONGEST_SLUG = 100;

    private ProgressParameters() {}

    /** The programs that are asked for, each once, in their order; empty for all. */
    static Set<UUID> programs(List<String> uuids) {
        Set<UUID> programs = new LinkedHashSet<>();
        for (String text : uuids) {
            programs.add(UuidParameter.read(text));
        }
        if (programs.size() > MOST_PROGRAMS) {
            throw tooMany();
        }
        return programs;
    }

    /** The slug of a type of programs. */
    static String slug(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw ProblemException.badRequest("slug_missing", "slug must name a type of programs.");
        }
        if (text.length() > LONGEST_SLUG || text.indexOf('\0') >= 0) {
            throw ProblemException.badRequest("invalid_slug", "slug is not the slug of a type of programs.");
        }
        return text;
    }

    static ProblemException tooMany() {
        return ProblemException.badRequest(
                "too_many_programs", "Ask for at most " + MOST_PROGRAMS + " programs at once, by their uuid.");
    }
}

package org.laurel.programs.credential.http;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.page.ListPage;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.credential.domain.CredentialFilter.Kind;
import org.laurel.programs.credential.domain.CredentialPlace;
import org.laurel.programs.credential.domain.CredentialStatus;

/** Reads query and path parameters as existing clients write them. */
final class CredentialParameters {

    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");

    private CredentialParameters() {}

    /** Null for an absent type and for unknown ones, which do not restrict. */
    static @Nullable Kind kind(@Nullable String type) {
        return switch (type) {
            case "program" -> Kind.PROGRAM;
            case "course-run" -> Kind.COURSE_RUN;
            case null, default -> null;
        };
    }

    /** Null for an absent or empty status; 400 for unknown ones. */
    static @Nullable CredentialStatus status(@Nullable String status) {
        if (status == null || status.isEmpty()) {
            return null;
        }
        try {
            return CredentialStatus.of(status);
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.badRequest("invalid_status", "status is awarded or revoked.");
        }
    }

    /** Whether a switch is on. */
    static boolean isTrue(@Nullable String text) {
        return text != null && TRUE.contains(text.toLowerCase(Locale.ROOT));
    }

    /** The place that a cursor names; 400 for what is none. */
    static CredentialPlace place(String cursor) {
        try {
            return CredentialPlace.of(cursor);
        } catch (IllegalArgumentException malformed) {
            throw ListPage.noCursor();
        }
    }

    /** Null for an absent number; 400 for what is none. */
    static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Integer.valueOf(text);
        } catch (NumberFormatException malformed) {
            throw ProblemException.badRequest("invalid_page", "page and page_size are numbers.");
        }
    }
}

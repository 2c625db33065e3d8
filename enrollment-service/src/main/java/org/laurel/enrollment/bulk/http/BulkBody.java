package org.laurel.enrollment.bulk.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.ProblemException;

/**
 * Whom to enroll or unenroll. Lists may also be texts that commas or line breaks divide, as instructors paste them.
 *
 * @param action {@code enroll} or {@code unenroll}
 * @param identifiers email addresses and usernames
 * @param courses course keys
 * @param mode of those who become enrolled; absent leaves the choice to us
 * @param autoEnroll whether an address without an active account is enrolled as soon as there is one; absent for false
 * @param reason why, for the audit
 * @param role in which role the caller acts, for the audit
 */
record BulkBody(
        @Nullable String action,

        @Schema(type = SchemaType.ARRAY, implementation = String.class) @Nullable JsonNode identifiers,

        @Schema(type = SchemaType.ARRAY, implementation = String.class) @Nullable JsonNode courses,

        @Nullable @Size(max = 100) String mode,
        @Nullable Boolean autoEnroll,
        @Nullable @Size(max = 1_000) String reason,
        @Nullable @Size(max = 255) String role) {

    private static final int LONGEST = 300;

    List<String> identifierList() {
        return list("identifiers", identifiers);
    }

    List<String> courseList() {
        return list("courses", courses);
    }

    private static List<String> list(String member, @Nullable JsonNode value) {
        List<String> words = new ArrayList<>();
        if (value != null && value.isArray()) {
            value.forEach(item -> words.add(text(member, item)));
        } else if (value != null && value.isTextual()) {
            Stream.of(value.textValue().split("[,\\r\\n]+")).map(String::strip).forEach(words::add);
        }
        words.removeIf(String::isEmpty);
        if (words.isEmpty() || words.stream().anyMatch(word -> word.length() > LONGEST || word.indexOf('\0') >= 0)) {
            throw invalid(member);
        }
        return words;
    }

    private static String text(String member, JsonNode item) {
        if (!item.isTextual()) {
            throw invalid(member);
        }
        return item.textValue().strip();
    }

    private static ProblemException invalid(String member) {
        return ProblemException.badRequest(
                "invalid_" + member,
                member + " takes a list of texts of at most " + LONGEST + " characters, and at least one.");
    }
}

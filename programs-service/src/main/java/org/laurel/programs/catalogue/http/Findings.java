package org.laurel.programs.catalogue.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;

/** Reads members of a JSON document and collects what is wrong with them, so that a client learns of all of it at once. */
final class Findings {

    /** Enough to mend a document by; a longer list helps nobody. */
    private static final int MOST = 100;

    private final List<Violation> violations = new ArrayList<>();

    void add(String field, String message) {
        if (violations.size() < MOST) {
            violations.add(new Violation(field, message));
        }
    }

    /** A text, null when it is absent, null, empty or wrong. */
    @Nullable String text(JsonNode owner, String path, String member, int longest) {
        JsonNode value = owner.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            add(path + member, "must be a text");
            return null;
        }
        String text = value.textValue();
        if (text.codePointCount(0, text.length()) > longest) {
            add(path + member, "must not be longer than " + longest + " characters");
            return null;
        }
        return text.isBlank() ? null : text;
    }

    /** A list, empty when it is absent, null or wrong. */
    List<JsonNode> list(JsonNode owner, String path, String member) {
        JsonNode value = owner.path(member);
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            add(path + member, "must be a list");
            return List.of();
        }
        List<JsonNode> items = new ArrayList<>();
        value.forEach(items::add);
        return items;
    }

    /** Ends the request when anything was found. */
    void refuse() {
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    Problem.of(400, "invalid_program", "The program document breaks rules.", List.copyOf(violations)));
        }
    }
}

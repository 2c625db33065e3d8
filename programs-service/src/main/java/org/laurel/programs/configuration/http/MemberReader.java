package org.laurel.programs.configuration.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.StorableText;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.configuration.domain.Member;

/**
 * Reads the members of a JSON object, told apart from those that are not given, and collects what is wrong with them, so that a
 * client learns of all of it at once. MemberReader that nobody asks for are left alone.
 */
final class MemberReader {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,3}");

    private final JsonNode body;
    private final String errorCode;
    private final List<Violation> violations = new ArrayList<>();

    MemberReader(@Nullable JsonNode body, String errorCode) {
        if (body == null || !body.isObject()) {
            throw ProblemException.badRequest("unreadable_body", "The body is a JSON object.");
        }
        this.body = body;
        this.errorCode = errorCode;
    }

    /** True or false. */
    Member<Boolean> flag(String name) {
        JsonNode value = body.get(name);
        if (value == null) {
            return Member.absent();
        }
        if (!value.isBoolean()) {
            wrong(name, "must be true or false");
        }
        return Member.of(value.booleanValue());
    }

    /** A text; a blank one is none. */
    Member<String> text(String name, int longest) {
        JsonNode value = body.get(name);
        if (value == null) {
            return Member.absent();
        }
        if (value.isNull()) {
            return Member.of(null);
        }
        if (!value.isTextual()) {
            wrong(name, "must be a text");
            return Member.of(null);
        }
        String text = value.textValue().strip();
        if (text.codePointCount(0, text.length()) > longest) {
            wrong(name, "must not be longer than " + longest + " characters");
        }
        if (!StorableText.isStorable(text)) {
            wrong(name, "must not contain U+0000 or half a surrogate pair");
        }
        return Member.of(text.isEmpty() ? null : text);
    }

    /** A text that, when it is given, is none of those that say nothing. */
    Member<String> substantialText(String name, int longest) {
        Member<String> text = text(name, longest);
        if (text.isGiven() && text.value() == null) {
            wrong(name, "must be a text that is not blank");
        }
        return text;
    }

    /** A language tag, such as {@code fr} or {@code es-419}. */
    Member<String> language(String name) {
        Member<String> tag = text(name, 32);
        if (tag.value() != null && !LANGUAGE.matcher(tag.value()).matches()) {
            wrong(name, "must be a language tag, such as fr or es-419");
        }
        return tag;
    }

    /** A list of numbers, each once. */
    Member<List<Long>> ids(String name, int most) {
        JsonNode value = body.get(name);
        if (value == null) {
            return Member.absent();
        }
        Set<Long> ids = new LinkedHashSet<>();
        boolean fine = value.isArray() && value.size() <= most;
        for (JsonNode id : value) {
            fine &= id.isIntegralNumber() && id.canConvertToLong() && ids.add(id.longValue());
        }
        if (!fine) {
            wrong(name, "must be a list of at most " + most + " ids, each once");
        }
        return Member.of(List.copyOf(ids));
    }

    /** A time with a date and an offset. */
    Member<Instant> time(String name) {
        JsonNode value = body.get(name);
        if (value == null) {
            return Member.absent();
        }
        if (value.isNull()) {
            return Member.of(null);
        }
        Instant time = value.isTextual() ? DateText.read(value.textValue()) : null;
        if (time == null) {
            wrong(name, "must be null or a time such as 2030-01-31T12:00:00Z");
        }
        return Member.of(time);
    }

    /** Says that members are missing which must be given. */
    void require(String... names) {
        for (String name : names) {
            if (!body.has(name)) {
                wrong(name, "is required");
            }
        }
    }

    void wrong(String name, String message) {
        violations.add(new Violation(name, message));
    }

    /** Ends the request with a 400 when anything was wrong. */
    void refuse() {
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    Problem.of(400, errorCode, "The request breaks a rule of its shape.", List.copyOf(violations)));
        }
    }
}

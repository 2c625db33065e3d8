package org.laurel.certificates.course.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;

/**
 * Reads a JSON merge patch (RFC 7396) of settings: an absent member stays as it is, null clears one that may be without a
 * value. Unknown members are refused, so that a misspelt one does not pass for a change.
 */
final class MergePatch {

    /** The media type of such bodies; plain JSON is taken as well. */
    static final String MEDIA_TYPE = "application/merge-patch+json";

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,3}");

    private static final int MOST_DECIMALS = 4;

    private final JsonNode body;
    private final List<Violation> violations = new ArrayList<>();

    MergePatch(@Nullable JsonNode body, Set<String> members) {
        if (body == null || !body.isObject()) {
            throw ProblemException.badRequest(
                    "unreadable_body", "The body is a JSON object with the members to change.");
        }
        this.body = body;
        body.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                violations.add(new Violation(name, "is not a member of these settings"));
            }
        });
    }

    /** A member that is true or false, null when it is absent. */
    @Nullable Boolean flag(String name) {
        JsonNode value = body.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            violations.add(new Violation(name, "must be true or false"));
        }
        return value.booleanValue();
    }

    /** The same of a member that may be cleared, null when it is absent or cleared. */
    @Nullable Boolean flagOrCleared(String name) {
        return body.path(name).isNull() ? null : flag(name);
    }

    /** An issuing mode, null when it is absent. */
    @Nullable IssuingMode mode(String name) {
        JsonNode value = body.get(name);
        if (value == null) {
            return null;
        }
        for (IssuingMode mode : IssuingMode.values()) {
            if (mode.slug().equals(value.textValue())) {
                return mode;
            }
        }
        violations.add(new Violation(name, "must be observe or live"));
        return null;
    }

    /** The same of a member that may be cleared. */
    @Nullable IssuingMode modeOrCleared(String name) {
        return body.path(name).isNull() ? null : mode(name);
    }

    /** A language tag that may be cleared, null when it is absent or cleared. */
    @Nullable String languageOrCleared(String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || !LANGUAGE.matcher(value.textValue()).matches()) {
            violations.add(new Violation(name, "must be a language tag, such as fr or es-419"));
        }
        return value.textValue();
    }

    /** A whole number from 1 on that may be cleared, null when it is absent or cleared. */
    @Nullable Integer numberOrCleared(String name, int most) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > most) {
            violations.add(new Violation(name, "must be a whole number from 1 to " + most));
        }
        return value.intValue();
    }

    /** A fraction above 0 and up to 1 with at most four decimals that may be cleared, null when it is absent or cleared. */
    @Nullable BigDecimal fractionOrCleared(String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        // Looked at as a double first: what is too large for one has no decimal value.
        double rough = value.isNumber() ? value.doubleValue() : 0;
        BigDecimal fraction = rough > 0 && rough <= 1 ? value.decimalValue() : BigDecimal.ZERO;
        if (fraction.signum() <= 0 || fraction.stripTrailingZeros().scale() > MOST_DECIMALS) {
            violations.add(new Violation(name, "must be a number above 0 and at most 1, with at most four decimals"));
        }
        return fraction;
    }

    /** The members among these that are cleared. */
    Set<String> cleared(Set<String> clearable) {
        Set<String> cleared = new HashSet<>(clearable);
        cleared.removeIf(name -> !body.path(name).isNull());
        return cleared;
    }

    /** Ends the request with a 400 when a member was wrong. */
    void check() {
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    Problem.of(400, "invalid_request", "The request breaks a rule of its shape.", violations));
        }
    }
}

package org.laurel.programs.grade.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.StorableText;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.grade.domain.AmendGrade.Change;
import org.laurel.programs.grade.domain.Grade;

/** Reads the members of a grade as existing clients write them, and collects what is wrong with them. */
final class GradeReader {

    private static final int LONGEST_TEXT = 255;
    private static final int LONGEST_NUMBER = 32;
    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");
    private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0");
    /** Platforms write times with a blank before the hours, and some without an offset, which is UTC then. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT);

    private final JsonNode members;
    private final List<Violation> violations = new ArrayList<>();

    GradeReader(JsonNode members) {
        this.members = members;
    }

    /** A text that must not be missing; empty when it is wrong. */
    String required(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            violations.add(new Violation(name, "is required"));
            return "";
        }
        return text;
    }

    /** The key of the course run, null when it is wrong. */
    @Nullable CourseKey courseRun() {
        String text = required("course_run");
        try {
            return text.isEmpty() ? null : new CourseKey(text);
        } catch (IllegalArgumentException malformed) {
            violations.add(new Violation("course_run", "is not the key of a course run"));
            return null;
        }
    }

    /** The members of the grade itself; absent ones are null. A letter that is null is the empty one. */
    Change change() {
        String letter = members.has("letter_grade") ? text("letter_grade") : null;
        boolean cleared = members.path("letter_grade").isNull();
        return new Change(cleared ? "" : letter, percent(), flag("verified"), time("lms_last_updated_at"));
    }

    /** Adds a violation when a member is missing. */
    void require(String name) {
        if (!members.has(name)) {
            violations.add(new Violation(name, "is required"));
        }
    }

    /** Ends the request with everything that was wrong. */
    void refuse() {
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.of(
                    400, "invalid_request", "The request breaks a rule of its shape.", List.copyOf(violations)));
        }
    }

    private @Nullable String text(String name) {
        JsonNode value = members.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = value.asText();
        if (!value.isValueNode() || text.length() > LONGEST_TEXT || !StorableText.isStorable(text)) {
            violations.add(new Violation(name, "must be a text of at most " + LONGEST_TEXT + " characters"));
            return null;
        }
        return text;
    }

    private @Nullable BigDecimal percent() {
        JsonNode value = members.path("percent_grade");
        if (value.isMissingNode()) {
            return null;
        }
        try {
            String text = value.isNumber() || value.isTextual() ? value.asText().strip() : "";
            BigDecimal percent = text.length() > LONGEST_NUMBER ? BigDecimal.TEN : new BigDecimal(text);
            boolean fraction = percent.signum() >= 0 && percent.compareTo(BigDecimal.ONE) <= 0;
            if (fraction && percent.stripTrailingZeros().scale() <= Grade.DECIMALS) {
                return percent;
            }
        } catch (NumberFormatException malformed) {
            // answered below
        }
        violations.add(new Violation("percent_grade", "must be a number from 0 to 1 of at most four decimals"));
        return null;
    }

    private @Nullable Boolean flag(String name) {
        JsonNode value = members.path(name);
        if (value.isMissingNode()) {
            return null;
        }
        String text = value.asText().toLowerCase(Locale.ROOT);
        if (value.isValueNode() && (TRUE.contains(text) || FALSE.contains(text))) {
            return TRUE.contains(text);
        }
        violations.add(new Violation(name, "must be true or false"));
        return null;
    }

    private @Nullable Instant time(String name) {
        JsonNode value = members.path(name);
        String text = value.asText().strip();
        if (value.isMissingNode() || value.isNull() || (value.isTextual() && text.isEmpty())) {
            return null;
        }
        try {
            TemporalAccessor read =
                    TIME.parseBest(text.replaceFirst(" ", "T"), OffsetDateTime::from, LocalDateTime::from);
            OffsetDateTime time =
                    read instanceof OffsetDateTime offset ? offset : ((LocalDateTime) read).atOffset(ZoneOffset.UTC);
            Instant instant = time.toInstant();
            if (instant.atOffset(ZoneOffset.UTC).getYear() > 0) {
                return instant;
            }
        } catch (DateTimeException malformed) {
            // answered below
        }
        violations.add(new Violation(name, "must be a time such as 2026-05-01T12:00:00Z"));
        return null;
    }
}

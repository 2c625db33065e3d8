package org.laurel.programs.catalogue.domain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.UuidText;

/**
 * The members of a JSON object that nobody has checked: whatever is of a wrong type counts as absent, and nothing throws. Values
 * are texts, numbers, booleans, lists, maps and null.
 *
 * @param values in the order of the document
 */
public record Members(Map<String, @Nullable Object> values) {

    /** Nothing at all. */
    public static final Members NONE = new Members(Map.of());

    private static final int LONGEST_NUMBER = 20;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[['T'][ ]")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    public Members {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A text that is not blank. */
    public @Nullable String text(String name) {
        return values.get(name) instanceof String text && !text.isBlank() ? text : null;
    }

    /** Whether a member is the truth; false when it is absent. */
    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** A number of common size, written as a number or as a text. */
    public @Nullable BigDecimal number(String name) {
        Object value = values.get(name);
        String digits = value instanceof Number || value instanceof String
                ? value.toString().strip()
                : "";
        if (digits.isEmpty() || digits.length() > LONGEST_NUMBER || digits.matches(".*[eE].*")) {
            return null;
        }
        try {
            return new BigDecimal(digits);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    /** A whole number. */
    public @Nullable Integer whole(String name) {
        BigDecimal number = number(name);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException tooLargeOrBroken) {
            return null;
        }
    }

    /** The whole numbers of a list. */
    public List<Long> wholes(String name) {
        return list(name).stream()
                .filter(item -> item instanceof Integer || item instanceof Long)
                .map(item -> ((Number) item).longValue())
                .toList();
    }

    /** A uuid in its usual form. */
    public @Nullable UUID uuid(String name) {
        return UuidText.parse(text(name)).orElse(null);
    }

    /** A time by ISO 8601; one without an offset is in UTC, a date is its beginning. */
    public @Nullable Instant time(String name) {
        String text = text(name);
        return text == null ? null : instant(text.strip());
    }

    /** An object; {@link #NONE} when there is none. */
    public Members object(String name) {
        return of(values.get(name)).orElse(NONE);
    }

    /** The objects of a list. */
    public List<Members> objects(String name) {
        return list(name).stream().flatMap(item -> of(item).stream()).toList();
    }

    /** The texts of a list that are not blank. */
    public List<String> texts(String name) {
        return list(name).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** The items of a list, empty when there is none. */
    public List<@Nullable Object> list(String name) {
        return values.get(name) instanceof List<?> items ? Collections.unmodifiableList(items) : List.of();
    }

    /** Whether a member is a list. */
    public boolean hasList(String name) {
        return values.get(name) instanceof List<?>;
    }

    /** A value as an object, empty when it is none. */
    public static Optional<Members> of(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put(String.valueOf(name), member));
        return Optional.of(new Members(members));
    }

    private static @Nullable Instant instant(String text) {
        try {
            TemporalAccessor parsed = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return switch (parsed) {
                case OffsetDateTime time -> time.toInstant();
                case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
                default -> LocalDate.from(parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
            };
        } catch (DateTimeException noTime) {
            return null;
        }
    }
}

package org.laurel.enrollment.oneroster.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.importing.domain.RawRow;
import org.laurel.enrollment.importing.domain.RowCode;
import org.laurel.events.key.CourseKey;

/**
 * Turns classes into course runs and remembers which class became which. A class's code or id that is a course key is the key;
 * otherwise the key is made of the organisation, the course's code and the class's id, with every character that a key does not
 * take replaced by an underscore.
 */
public final class Classes {

    private static final int PART = 80;

    private final Catalogue catalogue;
    private final Map<String, CourseKey> keys = new HashMap<>();
    private final Set<CourseKey> taken = new HashSet<>();
    private final Set<String> refused = new HashSet<>();

    public Classes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The course run that a class becomes. The end of a session is the first day after it, as that of a course run is. */
    public RawRow courseRun(BundleRecord row) {
        BundleStatus status = BundleStatus.of(row.get("status"));
        if (status == null) {
            return refused(row, RowCode.BAD_STATUS);
        }
        if (status == BundleStatus.TO_BE_DELETED) {
            return refused(row, RowCode.CLASS_TO_BE_DELETED);
        }
        CourseKey key = key(row);
        if (!taken.add(key)) {
            return refused(row, RowCode.COURSE_KEY_TAKEN);
        }
        keys.put(row.get("sourcedid"), key);
        Map<String, String> members = new LinkedHashMap<>();
        members.put("course_key", key.value());
        members.put("display_name", row.get("title"));
        date(row, Catalogue.Session::start, Classes::earlier).ifPresent(date -> members.put("start", date));
        date(row, Catalogue.Session::end, Classes::later).ifPresent(date -> members.put("end", date));
        return RawRow.of(row.line(), members);
    }

    /**
     * Which course run a class has become, null for one that is refused; a class that the bundle does not have may be named by
     * a course key.
     */
    @Nullable CourseKey keyOf(String classId) {
        CourseKey known = keys.get(classId);
        if (known != null || refused.contains(classId)) {
            return known;
        }
        return parsed(classId).orElse(null);
    }

    /** How many classes there are: they are in memory. */
    public int size() {
        return keys.size() + refused.size();
    }

    private RawRow refused(BundleRecord row, RowCode code) {
        refused.add(row.get("sourcedid"));
        return RawRow.refused(row.line(), code);
    }

    private CourseKey key(BundleRecord row) {
        return parsed(row.get("classcode"))
                .or(() -> parsed(row.get("sourcedid")))
                .orElseGet(() -> made(row));
    }

    private CourseKey made(BundleRecord row) {
        String courseId = row.get("coursesourcedid");
        Catalogue.Course course = catalogue.course(courseId);
        String school = row.get("schoolsourcedid");
        String organisation = school.isEmpty() && course != null ? course.organisation() : school;
        return new CourseKey("course-v1:" + fit(catalogue.organisation(organisation)) + "+"
                + fit(course == null ? courseId : course.code()) + "+" + fit(row.get("sourcedid")));
    }

    private Optional<String> date(
            BundleRecord row, Function<Catalogue.Session, String> part, BinaryOperator<String> choice) {
        List<String> terms = row.list("termsourcedids");
        return terms.stream()
                .map(catalogue::session)
                .filter(Objects::nonNull)
                .map(session -> part.apply(Objects.requireNonNull(session)))
                .filter(date -> !date.isEmpty())
                .reduce(choice);
    }

    private static String earlier(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static String later(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static String fit(String text) {
        String fit = text.replaceAll("[^A-Za-z0-9._~-]", "_");
        return fit.isEmpty() ? "_" : fit.substring(0, Math.min(fit.length(), PART));
    }

    private static Optional<CourseKey> parsed(String text) {
        try {
            return Optional.of(new CourseKey(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}

package org.laurel.enrollment.course.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The modes of a course run. A run without any is offered in the default mode.
 *
 * @param list in the order given by the platform
 */
public record CourseModes(List<CourseMode> list) {

    /** No modes. */
    public static final CourseModes NONE = new CourseModes(List.of());

    private static final String AUDIT = "audit";
    private static final String HONOR = "honor";

    public CourseModes {
        list = List.copyOf(list);
    }

    /** What learners are offered: all modes that have not expired, or the default mode for a run without any. */
    public List<CourseMode> offered(Instant now, String defaultSlug) {
        return list.isEmpty()
                ? List.of(CourseMode.free(defaultSlug))
                : list.stream().filter(mode -> mode.isUsable(now)).toList();
    }

    /** All modes, expired ones included, or the default mode for a run without any. */
    public List<CourseMode> all(String defaultSlug) {
        return list.isEmpty() ? List.of(CourseMode.free(defaultSlug)) : list;
    }

    /**
     * The mode with this slug, expired or not.
     *
     * @param currency tells modes of one slug apart; null for the usual currency, or the first one where that is missing
     */
    public Optional<CourseMode> find(String slug, @Nullable String currency) {
        List<CourseMode> named =
                list.stream().filter(mode -> mode.slug().equals(slug)).toList();
        String wanted = currency == null ? CourseMode.USUAL_CURRENCY : currency;
        return named.stream()
                .filter(mode -> mode.currency().equals(wanted))
                .findFirst()
                .or(() -> currency == null ? named.stream().findFirst() : Optional.empty());
    }

    /** The list with one more mode at its end. */
    public CourseModes with(CourseMode mode) {
        List<CourseMode> longer = new ArrayList<>(list);
        longer.add(mode);
        return new CourseModes(longer);
    }

    /** The list with another mode in the place of one that it has. */
    public CourseModes replacing(CourseMode old, CourseMode mode) {
        return new CourseModes(
                list.stream().map(each -> each.isSameAs(old) ? mode : each).toList());
    }

    /** The list without one mode. */
    public CourseModes without(CourseMode old) {
        return new CourseModes(list.stream().filter(each -> !each.isSameAs(old)).toList());
    }

    /** Whether the other list looks the same to those whom it is published to. */
    public boolean looksLike(CourseModes other) {
        return list.size() == other.list.size()
                && IntStream.range(0, list.size()).allMatch(i -> list.get(i).looksLike(other.list.get(i)));
    }

    /** Whether the mode may be taken at this time. */
    public boolean isOffered(String slug, Instant now, String defaultSlug) {
        return offered(now, defaultSlug).stream().anyMatch(mode -> mode.slug().equals(slug));
    }

    /** Whether the course run has the mode, expired or not. */
    public boolean has(String slug, String defaultSlug) {
        return list.isEmpty()
                ? slug.equals(defaultSlug)
                : list.stream().anyMatch(mode -> mode.slug().equals(slug));
    }

    /** Whether this list has a mode that the other one has not; one without any stands for the default mode. */
    public boolean mayHaveMoreThan(CourseModes other) {
        Set<String> known = other.list.stream().map(CourseMode::slug).collect(Collectors.toUnmodifiableSet());
        return list.isEmpty() ? !known.isEmpty() : list.stream().anyMatch(mode -> !known.contains(mode.slug()));
    }

    /** The mode of an enrollment that names none: the configured one where it is offered, else audit, else honor. */
    public String defaultSlug(Instant now, String configured) {
        return List.of(configured, AUDIT).stream()
                .filter(slug -> isOffered(slug, now, configured))
                .findFirst()
                .orElse(HONOR);
    }
}

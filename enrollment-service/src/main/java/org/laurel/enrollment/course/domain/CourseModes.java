package org.laurel.enrollment.course.domain;

import java.time.Instant;
import java.util.List;

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

    /** The mode of an enrollment that names none: the configured one where it is offered, else audit, else honor. */
    public String defaultSlug(Instant now, String configured) {
        return List.of(configured, AUDIT).stream()
                .filter(slug -> isOffered(slug, now, configured))
                .findFirst()
                .orElse(HONOR);
    }
}

package org.laurel.certificates.mode.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All modes of a course run, expired ones included. A run without modes is offered in {@link CourseMode#DEFAULT}.
 *
 * @param all in the order that enrollment-service gives, each slug and currency once
 */
public record CourseModes(List<CourseMode> all) {

    /** The modes of a run that has none, or that nobody has told us of. */
    public static final CourseModes NONE = new CourseModes(List.of());

    /** Refuses a list in which a slug and currency stand twice. */
    public CourseModes {
        all = List.copyOf(all);
        Set<String> seen = new HashSet<>();
        for (CourseMode mode : all) {
            if (!seen.add(mode.slug() + " " + mode.currency())) {
                throw new IllegalArgumentException(
                        "mode " + mode.slug() + " stands in the list twice in " + mode.currency());
            }
        }
    }

    /** The modes that may be taken at this time; the default mode when there is none. */
    public OfferedModes offered(Instant now) {
        return those(mode -> !mode.isExpired(now));
    }

    /** The offered modes that a learner may choose: not those for credit, which learners of another mode reach later. */
    public OfferedModes selectable(Instant now) {
        return those(mode -> !mode.isExpired(now) && !ModeLists.isCredit(mode.slug()));
    }

    /** The mode with this slug, if it may be taken at this time. */
    public Optional<CourseMode> find(String slug, Instant now) {
        return offered(now).find(slug);
    }

    /** The mode with this slug, whether or not it has expired. */
    public Optional<CourseMode> findEvenExpired(String slug) {
        return those(mode -> true).find(slug);
    }

    /**
     * Whether the run has the honor mode, expired or not. Where it has none, a certificate of the audit mode is presented as
     * {@code auditing}; that must not begin on the day that a mode expires.
     */
    public boolean hasHonor() {
        return all.stream().anyMatch(mode -> mode.slug().equals(ModeLists.HONOR));
    }

    private OfferedModes those(Predicate<CourseMode> wanted) {
        List<CourseMode> found = all.stream().filter(wanted).toList();
        return new OfferedModes(found.isEmpty() ? List.of(CourseMode.DEFAULT) : found);
    }
}

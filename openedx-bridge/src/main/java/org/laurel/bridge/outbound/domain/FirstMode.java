package org.laurel.bridge.outbound.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.bridge.course.domain.CourseMode;

/**
 * The mode in which a site enrolls first, before it applies another one: the configured one where the course run offers it, else
 * audit, else honor, else the first that it offers. Source: enrollment-and-events §3.2, step 9.
 *
 * @param configured what the site enrolls in where nothing is known of a course run's modes, or it has none
 */
public record FirstMode(String configured) {

    /** The order of §3.3, behind the two that go first. */
    private static final List<String> ORDER = List.of(
            "audit",
            "honor",
            "credit",
            "no-id-professional",
            "professional",
            "verified",
            "masters",
            "executive-education",
            "paid-executive-education",
            "unpaid-executive-education",
            "paid-bootcamp",
            "unpaid-bootcamp");

    /**
     * @param modes of the course run, in its order
     * @param at when the learner enrolls; modes that have expired by then count only where there are no others
     */
    public String of(List<CourseMode> modes, Instant at) {
        List<String> usable = slugs(modes.stream().filter(mode -> mode.isUsable(at)));
        return best(usable.isEmpty() ? slugs(modes.stream()) : usable);
    }

    private String best(List<String> slugs) {
        return Stream.concat(Stream.of(configured), ORDER.stream())
                .filter(slugs::contains)
                .findFirst()
                .or(() -> slugs.stream().findFirst())
                .orElse(configured);
    }

    private static List<String> slugs(Stream<CourseMode> modes) {
        return modes.map(CourseMode::slug).toList();
    }
}

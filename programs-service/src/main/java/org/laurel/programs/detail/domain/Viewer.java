package org.laurel.programs.detail.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.catalogue.domain.CourseDetail;
import org.laurel.programs.certificate.domain.CertificateLink;
import org.laurel.programs.enrollment.domain.Entitlement;

/**
 * To whom a program is shown.
 *
 * @param username by which a shop knows the learner, null without one
 * @param modes the mode of each active enrollment by run
 * @param entitlements those that are active
 * @param certificates by run, granted or not
 */
public record Viewer(
        @Nullable String username,
        Map<CourseKey, String> modes,
        List<Entitlement> entitlements,
        Map<CourseKey, CertificateLink> certificates) {

    /** Somebody of whom nothing is known. */
    public static final Viewer ANYBODY = new Viewer(null, Map.of(), List.of(), Map.of());

    public Viewer {
        modes = Map.copyOf(modes);
        entitlements = List.copyOf(entitlements);
        certificates = Map.copyOf(certificates);
    }

    /** The mode in which the learner is enrolled in a run. */
    Optional<String> mode(CourseKey courseKey) {
        return Optional.ofNullable(modes.get(courseKey));
    }

    /** Whether the learner has a course in one of the modes already: enrolled in one of its runs, or entitled to one. */
    boolean has(CourseDetail course, Set<String> inModes) {
        boolean isEnrolled =
                course.courseKeys().flatMap(key -> mode(key).stream()).anyMatch(inModes::contains);
        return isEnrolled
                || entitlements.stream()
                        .anyMatch(entitlement ->
                                entitlement.courseUuid().equals(course.uuid()) && inModes.contains(entitlement.mode()));
    }
}

package org.laurel.programs.progress.domain;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.courserun.domain.CourseMode;
import org.laurel.programs.courserun.domain.CourseRun;
import org.laurel.programs.enrollment.domain.Enrollment;
import org.laurel.programs.enrollment.domain.Entitlement;

/**
 * What is known of a learner and of the course runs that matter to the learner.
 *
 * @param enrollments the active ones, the newest first
 * @param entitlements the active ones
 * @param certificates newest version of each certificate, by run
 * @param courseRuns what the directory tells, at least of the runs that have a certificate or belong to an entitlement
 * @param modes modes that the runs are offered in, for the same runs
 */
public record LearnerRecords(
        List<Enrollment> enrollments,
        List<Entitlement> entitlements,
        List<HeldCertificate> certificates,
        Map<CourseKey, CourseRun> courseRuns,
        Map<CourseKey, List<CourseMode>> modes) {

    public LearnerRecords {
        enrollments = List.copyOf(enrollments);
        entitlements = List.copyOf(entitlements);
        certificates = List.copyOf(certificates);
        courseRuns = Map.copyOf(courseRuns);
        modes = Map.copyOf(modes);
    }

    /** The runs in which the learner is enrolled, the newest enrollment first, each with its mode as programs name it. */
    public SequencedMap<CourseKey, String> enrolledModes() {
        SequencedMap<CourseKey, String> enrolled = new LinkedHashMap<>();
        enrollments.forEach(
                enrollment -> enrolled.putIfAbsent(enrollment.courseKey(), ProgramMode.of(enrollment.mode())));
        return enrolled;
    }

    /** The courses to which the learner is entitled. */
    public Set<UUID> entitledCourses() {
        Set<UUID> courses = new LinkedHashSet<>();
        entitlements.forEach(entitlement -> courses.add(entitlement.courseUuid()));
        return courses;
    }

    /** The learner's active entitlement to a course; nobody is entitled to a course without a uuid. */
    public Optional<Entitlement> entitlementTo(@Nullable UUID courseUuid) {
        return entitlements.stream()
                .filter(entitlement -> entitlement.courseUuid().equals(courseUuid))
                .findFirst();
    }

    /** The modes in which a run is offered; empty when nobody told them. */
    public List<CourseMode> modesOf(CourseKey courseKey) {
        return modes.getOrDefault(courseKey, List.of());
    }
}

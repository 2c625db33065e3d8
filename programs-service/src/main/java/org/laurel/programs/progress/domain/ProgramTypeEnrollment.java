package org.laurel.programs.progress.domain;

import java.math.BigDecimal;
import java.util.Collection;
import org.laurel.programs.catalogue.domain.CourseDetail;
import org.laurel.programs.catalogue.domain.ProductDetail;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.courserun.domain.CourseMode;
import org.laurel.programs.enrollment.domain.Enrollment;
import org.laurel.programs.enrollment.domain.Entitlement;

/** Whether a learner takes part in a program of some type. Source: programs, other helpers. */
public final class ProgramTypeEnrollment {

    private ProgramTypeEnrollment() {}

    /**
     * Whether the learner is entitled to a course of one of the programs, or enrolled in a run of one.
     *
     * @param programs those of the type
     * @param paidModesOnly whether only modes count that cost something, of entitlements as of enrollments. A mode that has
     *     expired counts: whoever took it before has paid for it
     */
    public static boolean isEnrolled(
            LearnerRecords records, Collection<ProgramDetail> programs, boolean paidModesOnly) {
        return programs.stream()
                .flatMap(program -> program.courses().stream())
                .anyMatch(course ->
                        isEntitled(records, course, paidModesOnly) || isEnrolled(records, course, paidModesOnly));
    }

    private static boolean isEnrolled(LearnerRecords records, CourseDetail course, boolean paidModesOnly) {
        return records.enrollments().stream()
                .filter(enrollment -> course.courseKeys().anyMatch(enrollment.courseKey()::equals))
                .anyMatch(enrollment -> !paidModesOnly || isPaid(records, enrollment));
    }

    private static boolean isEntitled(LearnerRecords records, CourseDetail course, boolean paidModesOnly) {
        return records.entitlementTo(course.uuid())
                .filter(entitlement -> !paidModesOnly || isPaid(records, course, entitlement))
                .isPresent();
    }

    private static boolean isPaid(LearnerRecords records, Enrollment enrollment) {
        return records.modesOf(enrollment.courseKey()).stream()
                .anyMatch(mode -> mode.isPaid() && mode.slug().equals(enrollment.mode()));
    }

    /** Whether a run of the course is sold in the entitlement's mode, or the entitlement itself is. */
    private static boolean isPaid(LearnerRecords records, CourseDetail course, Entitlement entitlement) {
        return course.courseKeys()
                        .flatMap(key -> records.modesOf(key).stream())
                        .filter(CourseMode::isPaid)
                        .anyMatch(mode -> mode.slug().equals(entitlement.mode()))
                || course.entitlements().stream()
                        .filter(product -> entitlement.mode().equals(product.mode()))
                        .map(ProductDetail::price)
                        .anyMatch(price -> price != null && price.compareTo(BigDecimal.ZERO) > 0);
    }
}

package org.laurel.programs.detail.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.certificate.db.CertificateLinkQuery;
import org.laurel.programs.detail.app.PresentProgram.Identity;
import org.laurel.programs.detail.domain.Viewer;
import org.laurel.programs.enrollment.db.EnrollmentQuery;
import org.laurel.programs.enrollment.db.EntitlementQuery;
import org.laurel.programs.enrollment.domain.Enrollment;

/** Reads what is known of a learner in the runs of a program. */
@ApplicationScoped
class ViewerReading {

    private final EnrollmentQuery enrollments;
    private final EntitlementQuery entitlements;
    private final CertificateLinkQuery certificates;

    ViewerReading(EnrollmentQuery enrollments, EntitlementQuery entitlements, CertificateLinkQuery certificates) {
        this.enrollments = enrollments;
        this.entitlements = entitlements;
        this.certificates = certificates;
    }

    Viewer read(Identity learner, List<CourseKey> courseKeys) {
        Map<CourseKey, String> modes = enrollments.active(learner.id()).stream()
                .collect(Collectors.toMap(Enrollment::courseKey, Enrollment::mode));
        return new Viewer(
                learner.username().isEmpty() ? null : learner.username(),
                modes,
                entitlements.active(learner.id()),
                certificates.load(learner.id(), courseKeys));
    }
}

package org.laurel.certificates.generation.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.issuance.db.CertificateQuery;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/** Reads from the support pages' requests which learner in which course run is meant. Source: certificates, support staff. */
@ApplicationScoped
class SupportCase {

    private final LearnerQuery learners;
    private final CertificateQuery certificates;

    SupportCase(LearnerQuery learners, CertificateQuery certificates) {
        this.learners = learners;
        this.certificates = certificates;
    }

    /** An actively enrolled learner; a 400 says what is wrong. Each parameter stands in the form or in the address. */
    CaseKey read(
            @Nullable String username,
            @Nullable String usernameInAddress,
            @Nullable String courseKey,
            @Nullable String courseKeyInAddress) {
        Learner learner = learners.byUsername(first(username, usernameInAddress))
                .orElseThrow(() -> ProblemException.badRequest("learner_not_found", "No such learner is known here."));
        CourseKey key = CourseKeys.parse(first(courseKey, courseKeyInAddress));
        if (!certificates.history(key).newest().courseKnown()) {
            throw ProblemException.badRequest("course_run_not_found", "No such course run is known here.");
        }
        CaseKey found = new CaseKey(learner.id(), key);
        boolean active = certificates
                .find(found)
                .map(known -> known.stored().record().standing().active())
                .orElse(false);
        if (!active) {
            throw ProblemException.badRequest(
                    "not_enrolled", "The learner has no active enrollment in the course run.");
        }
        return found;
    }

    private static String first(@Nullable String one, @Nullable String other) {
        if (one != null) {
            return one;
        }
        return other == null ? "" : other;
    }
}

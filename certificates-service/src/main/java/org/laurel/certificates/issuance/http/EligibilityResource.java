package org.laurel.certificates.issuance.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.issuance.db.CertificateQuery;
import org.laurel.certificates.issuance.db.CertificateQuery.Found;
import org.laurel.certificates.issuance.db.ExplanationQuery;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.StoredCase;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Explains why a learner has a certificate, or has none. */
@Path("/api/certificates/v1/learners/{username}/courses/{course_key: .+}/eligibility")
@Authenticated
@Tag(name = "Eligibility")
public class EligibilityResource {

    private final CertificateQuery certificates;
    private final ExplanationQuery explanations;
    private final LearnerQuery learners;
    private final Caller caller;

    EligibilityResource(
            CertificateQuery certificates, ExplanationQuery explanations, LearnerQuery learners, Caller caller) {
        this.certificates = certificates;
        this.explanations = explanations;
        this.learners = learners;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Why the learner has, or has not, got a certificate in the course run",
            description =
                    "Every known fact in order and what was decided, what each rule says, and what would change the outcome. "
                            + "For the learner, staff and service clients.")
    public EligibilityAnswer explain(
            @PathParam("username") String username, @PathParam("course_key") String courseKeyText) {
        if (!caller.is(username) && !caller.isPrivileged()) {
            throw ProblemException.forbidden("Only the learner, staff and service clients may see this.");
        }
        CourseKey courseKey = courseKey(courseKeyText);
        Learner learner = learners.byUsername(username)
                .orElseThrow(() -> ProblemException.notFound("learner_not_found", "No such learner is known here."));
        CaseKey key = new CaseKey(learner.id(), courseKey);
        Found found = certificates
                .find(key)
                .orElseGet(() -> new Found(StoredCase.none(key), certificates.history(courseKey)));
        return EligibilityAnswer.of(learner, found, explanations.explain(key));
    }

    private static CourseKey courseKey(String text) {
        try {
            return new CourseKey(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("invalid_course_key", "The course key is not valid.");
        }
    }
}

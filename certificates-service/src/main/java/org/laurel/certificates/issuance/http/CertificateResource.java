package org.laurel.certificates.issuance.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.issuance.db.CertificateQuery;
import org.laurel.certificates.issuance.db.CertificateQuery.Found;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.certificates.issuance.domain.Visibility;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Certificates of a learner, at the paths and in the shape that existing clients call. */
@Path("/api/certificates/v0/certificates/{username}")
@Authenticated
@Tag(name = "Certificates")
public class CertificateResource {

    private static final String NONE = "no_certificate_for_user";

    private final CertificateQuery certificates;
    private final LearnerQuery learners;
    private final Caller caller;
    private final Clock clock;

    CertificateResource(CertificateQuery certificates, LearnerQuery learners, Caller caller, Clock clock) {
        this.certificates = certificates;
        this.learners = learners;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "A learner's earned certificates that show by now",
            description = "Oldest first. For the learner, staff and service clients. A plain array.")
    public List<CertificateItem> list(@PathParam("username") String username) {
        requireSelfOrPrivileged(username);
        return learners.byUsername(username)
                .map(learner -> certificates.ofLearner(learner.id()).stream()
                        .filter(this::shows)
                        .map(found -> CertificateItem.of(learner.username(), found))
                        .toList())
                .orElse(List.of());
    }

    @GET
    @Path("/courses/{course_id: .+}")
    @Operation(
            summary = "A learner's certificate in a course run, whatever its status",
            description = "For the learner, staff and service clients. 404 names the reason in error_code.")
    public CertificateDetail detail(@PathParam("username") String username, @PathParam("course_id") String courseId) {
        requireSelfOrPrivileged(username);
        CourseKey courseKey = CourseKeys.parseOrNotFound(courseId);
        Learner learner = learners.byUsername(username).orElseThrow(CertificateResource::none);
        Found found = certificates
                .find(new CaseKey(learner.id(), courseKey))
                .filter(known -> known.stored().issued() != null)
                .orElseThrow(CertificateResource::none);
        if (!found.terms().newest().certificatesEnabled()) {
            throw ProblemException.notFound(
                    "no_certificate_configuration_for_course", "Certificates are switched off for this course run.");
        }
        return CertificateDetail.of(learner.username(), found);
    }

    private boolean shows(Found found) {
        Issued issued = found.stored().issued();
        var terms = found.terms().newest();
        var settings = terms.settings();
        return issued != null
                && issued.certificate().isPassed()
                && settings != null
                && terms.certificatesEnabled()
                && Visibility.isVisible(settings, clock.instant());
    }

    private void requireSelfOrPrivileged(String username) {
        if (!caller.is(username) && !caller.isPrivileged()) {
            throw ProblemException.forbidden("Only the learner, staff and service clients may see this.");
        }
    }

    private static ProblemException none() {
        return ProblemException.notFound(NONE, "The user has no certificate in this course run.");
    }
}

package org.laurel.certificates.lookup.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.lookup.db.ShownCertificateQuery;
import org.laurel.certificates.lookup.domain.ShownCertificate;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.OpenToApplications;

/**
 * Certificates of a learner, at the paths and in the shape that existing clients call. Source: certificates, REST read API.
 */
@Path("/api/certificates/v0/certificates/{username}")
@Authenticated
@Tag(name = "Certificates")
public class CertificateResource {

    private static final String SCOPE = "certificates:read";
    private static final String NONE = "no_certificate_for_user";

    private final ShownCertificateQuery certificates;
    private final LearnerQuery learners;
    private final CertificateReaders readers;
    private final Clock clock;

    CertificateResource(
            ShownCertificateQuery certificates, LearnerQuery learners, CertificateReaders readers, Clock clock) {
        this.certificates = certificates;
        this.learners = learners;
        this.readers = readers;
        this.clock = clock;
    }

    @GET
    @OpenToApplications(SCOPE)
    @Operation(
            summary = "A learner's earned certificates that show by now",
            description =
                    "Oldest first. For the learner, staff and service clients, and for everybody who is signed in when "
                            + "the learner's preferences say so. A plain array. A course run that is gone is called by its key. "
                            + "A restricted application needs the scope certificates:read and the filter user:me of this learner; "
                            + "where it has content_org filters, it sees the certificates of these organisations.")
    public List<CertificateItem> list(@PathParam("username") String username) {
        Optional<Learner> learner = learners.byUsername(username);
        Predicate<CourseKey> told = readers.requireList(username, learner.orElse(null));
        Instant now = clock.instant();
        return learner.map(known -> certificates.ofLearner(known.id()).stream()
                        .filter(shown -> shown.isListed(now))
                        .filter(shown -> told.test(shown.key().courseKey()))
                        .map(shown -> CertificateItem.of(known.username(), shown))
                        .toList())
                .orElse(List.of());
    }

    @GET
    @OpenToApplications(SCOPE)
    @Path("/courses/{course_id: .+}")
    @Operation(
            summary = "A learner's certificate in a course run, whatever its status",
            description = "For the learner, staff and service clients, and for a restricted application with the scope "
                    + "certificates:read, a content_org filter of the course run's organisation and no filter of another user. "
                    + "404 names the reason in error_code: course_id_not_valid, no_certificate_for_user or "
                    + "no_certificate_configuration_for_course.")
    public CertificateDetail detail(@PathParam("username") String username, @PathParam("course_id") String courseId) {
        CourseKey courseKey = readers.requireSingle(username, courseId);
        Learner learner = learners.byUsername(username).orElseThrow(CertificateResource::none);
        ShownCertificate shown =
                certificates.find(new CaseKey(learner.id(), courseKey)).shown();
        if (shown == null || !shown.isTold()) {
            throw none();
        }
        if (!shown.isConfigured()) {
            throw ProblemException.notFound(
                    "no_certificate_configuration_for_course",
                    "The course run has no active certificate configuration, or web certificates are switched off.");
        }
        return CertificateDetail.of(learner.username(), shown);
    }

    private static ProblemException none() {
        return ProblemException.notFound(NONE, "The user has no certificate in this course run.");
    }
}

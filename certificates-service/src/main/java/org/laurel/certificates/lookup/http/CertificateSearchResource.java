package org.laurel.certificates.lookup.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.lookup.db.ShownCertificateQuery;
import org.laurel.certificates.lookup.domain.SearchText;
import org.laurel.certificates.lookup.domain.ShownCertificate;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;

/** Finds a learner's certificates for support staff, at the path that existing clients call. Source: certificates, support staff. */
@Path("/certificates/search")
@RolesAllowed({Roles.STAFF, Roles.SUPPORT})
@Tag(name = "Support")
public class CertificateSearchResource {

    private final ShownCertificateQuery certificates;
    private final LearnerQuery learners;

    CertificateSearchResource(ShownCertificateQuery certificates, LearnerQuery learners) {
        this.certificates = certificates;
        this.learners = learners;
    }

    @GET
    @Operation(
            summary = "The certificates of the learner with this username or e-mail address",
            description =
                    "Oldest first. With course_id only that of the course run; when there is none, one item that says so. "
                            + "400 when the user is missing or unknown, and when the course run is not known here.")
    public List<? extends SearchItem> search(
            @QueryParam("user") @Nullable String user, @QueryParam("course_id") @Nullable String courseId) {
        String text = SearchText.of(user == null ? "" : user);
        if (text.isEmpty()) {
            throw ProblemException.badRequest("user_missing", "user takes a username or an e-mail address.");
        }
        Learner learner = learners.byUsernameOrEmail(text)
                .orElseThrow(() -> ProblemException.badRequest("user_not_found", "No such learner is known here."));
        if (courseId == null || courseId.isBlank()) {
            return certificates.ofLearner(learner.id()).stream()
                    .filter(ShownCertificate::isTold)
                    .map(shown -> FoundCertificate.of(learner.username(), shown))
                    .toList();
        }
        return List.of(inRun(learner, CourseKeys.parse(SearchText.of(courseId))));
    }

    private SearchItem inRun(Learner learner, CourseKey courseKey) {
        ShownCertificateQuery.Known known = certificates.find(new CaseKey(learner.id(), courseKey));
        if (!known.terms().courseKnown()) {
            throw ProblemException.badRequest("course_run_not_found", "The course run is not known here.");
        }
        ShownCertificate shown = known.shown();
        return shown == null || !shown.isTold()
                ? FoundCertificate.None.of(learner.username(), courseKey)
                : FoundCertificate.of(learner.username(), shown);
    }
}

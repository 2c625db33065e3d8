package org.laurel.certificates.lookup.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.db.PreferencesQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.lookup.db.ShownCertificateQuery;
import org.laurel.certificates.lookup.domain.LearnerStatus;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** What a learner's page of a course run says about the certificate. */
@Path("/api/certificates/v1/learners/{username}/courses/{course_key: .+}/status")
@Authenticated
@Tag(name = "Certificates")
public class StatusResource {

    private final ShownCertificateQuery certificates;
    private final LearnerQuery learners;
    private final PreferencesQuery preferences;
    private final Caller caller;
    private final Clock clock;

    StatusResource(
            ShownCertificateQuery certificates,
            LearnerQuery learners,
            PreferencesQuery preferences,
            Caller caller,
            Clock clock) {
        this.certificates = certificates;
        this.learners = learners;
        this.preferences = preferences;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "The status of a learner's certificate in a course run",
            description =
                    "Whether there is one, whether it can be had now or when, its dates, what the learner is told, and whether "
                            + "the learner may ask for it. Also of a course run that is not known here. For the learner, staff, "
                            + "support and service clients.")
    public StatusAnswer get(@PathParam("username") String username, @PathParam("course_key") String courseKey) {
        if (!caller.is(username) && !caller.isPrivileged() && !caller.isSupport()) {
            throw ProblemException.forbidden("Only the learner, staff, support and service clients may see this.");
        }
        CaseKey key = new CaseKey(learnerId(username), CourseKeys.parse(courseKey));
        ShownCertificateQuery.Known known = certificates.find(key);
        Instant now = clock.instant();
        FactOrder today = new FactOrder(now, FactOrder.NO_SEQUENCE, 0, "", "");
        LearnerStatus status = new LearnerStatus(
                known.standing(),
                known.terms(),
                preferences.history(key.learnerId()).at(today),
                known.shown(),
                now);
        return StatusAnswer.of(key, status);
    }

    /** A learner may ask before anybody has told us of the account. */
    private LearnerId learnerId(String username) {
        return learners.byUsername(username).map(Learner::id).orElseGet(() -> {
            if (caller.is(username)) {
                return new LearnerId(caller.learnerId());
            }
            throw ProblemException.notFound("learner_not_found", "No such learner is known here.");
        });
    }
}

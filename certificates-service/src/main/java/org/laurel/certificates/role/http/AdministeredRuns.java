package org.laurel.certificates.role.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/** Reads course runs from paths: whether the key parses, whether the caller may, whether the run is known. */
@ApplicationScoped
public class AdministeredRuns {

    private final TermsQuery terms;
    private final CourseAccess access;

    AdministeredRuns(TermsQuery terms, CourseAccess access) {
        this.terms = terms;
        this.access = access;
    }

    /**
     * The course run of one of Laurel's own endpoints, for its administrators and service clients.
     *
     * @throws ProblemException 400 when the key does not parse, 403 when the caller may not, 404 when nobody told us of the run
     */
    public CourseKey own(String text) {
        CourseKey key = CourseKeys.parse(text);
        access.requireCourseAdminOrService(key);
        return known(key);
    }

    /**
     * The course run of one of Laurel's own endpoints, for those who see who was issued a certificate and service clients.
     *
     * @throws ProblemException as {@link #own}
     */
    public CourseKey ownForViewer(String text) {
        CourseKey key = CourseKeys.parse(text);
        if (!access.isOperator()) {
            access.requireIssuedViewer(key);
        }
        return known(key);
    }

    /**
     * The course run of an endpoint of existing clients, for its administrators.
     *
     * @throws ProblemException 404 when the key does not parse, 403 when the caller may not, 404 when nobody told us of the run
     */
    public CourseKey existing(String text) {
        CourseKey key = CourseKeys.parseOrNotFound(text);
        access.requireCourseAdmin(key);
        return known(key);
    }

    /**
     * The course run of an endpoint of existing clients, for those who see who was issued a certificate.
     *
     * @throws ProblemException as {@link #existing}
     */
    public CourseKey existingForViewer(String text) {
        CourseKey key = CourseKeys.parseOrNotFound(text);
        access.requireIssuedViewer(key);
        return known(key);
    }

    /**
     * The course run, whoever asks.
     *
     * @throws ProblemException 404 when nobody told us of the run
     */
    public CourseKey known(CourseKey key) {
        if (!terms(key).courseKnown()) {
            throw ProblemException.notFound("course_run_not_found", "No such course run is known here.");
        }
        return key;
    }

    /** What holds in a course run now. */
    public Terms terms(CourseKey key) {
        return terms.history(key).newest();
    }
}

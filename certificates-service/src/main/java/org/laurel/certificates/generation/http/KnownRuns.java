package org.laurel.certificates.generation.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.http.CourseKeys;
import org.laurel.certificates.role.http.CourseAccess;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/** Reads course runs from paths: who may, whether the key parses, whether anybody told us of the run. */
@ApplicationScoped
class KnownRuns {

    private final TermsQuery terms;
    private final CourseAccess access;

    KnownRuns(TermsQuery terms, CourseAccess access) {
        this.terms = terms;
        this.access = access;
    }

    /** The course run of Laurel's own endpoints, for its administrators and service clients: 400, 403, 404. */
    CourseKey administered(String text) {
        CourseKey key = CourseKeys.parse(text);
        access.requireCourseAdminOrService(key);
        return known(key);
    }

    /** The course run of existing clients' endpoints, for its administrators: 404 when the key does not parse, 403, 404. */
    CourseKey administeredByInstructor(String text) {
        CourseKey key = CourseKeys.parseOrNotFound(text);
        access.requireCourseAdmin(key);
        return known(key);
    }

    /** The course run of existing clients' endpoints, for those who see who was issued a certificate. */
    CourseKey seenByViewer(String text) {
        CourseKey key = CourseKeys.parseOrNotFound(text);
        access.requireIssuedViewer(key);
        return known(key);
    }

    /** The course run, unless nobody told us of it: 404. */
    CourseKey known(CourseKey key) {
        if (!terms(key).courseKnown()) {
            throw ProblemException.notFound("course_run_not_found", "No such course run is known here.");
        }
        return key;
    }

    /** What holds in a course run now. */
    Terms terms(CourseKey key) {
        return terms.history(key).newest();
    }
}

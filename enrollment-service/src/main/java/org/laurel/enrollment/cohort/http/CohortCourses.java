package org.laurel.enrollment.cohort.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.enrollment.cohort.db.CohortQueries;
import org.laurel.enrollment.cohort.db.CohortQueries.Counted;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.course.db.CourseQueries;
import org.laurel.enrollment.role.http.CourseStaff;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/** Reads course runs and cohorts from paths: whether the key parses, whether the caller may, whether there is such a thing. */
@ApplicationScoped
class CohortCourses {

    private final CourseStaff staff;
    private final CourseQueries courses;
    private final CohortQueries cohorts;

    CohortCourses(CourseStaff staff, CourseQueries courses, CohortQueries cohorts) {
        this.staff = staff;
        this.courses = courses;
        this.cohorts = cohorts;
    }

    /**
     * The course run, for its staff, global staff and service clients.
     *
     * @throws ProblemException 404 when the key does not parse, 403 when the caller may not, 404 for an unknown course run
     */
    CourseKey course(String text) {
        CourseKey key;
        try {
            key = new CourseKey(text);
        } catch (IllegalArgumentException malformed) {
            throw unknown();
        }
        staff.require(key);
        return courses.byKey(key).orElseThrow(CohortCourses::unknown).key();
    }

    /**
     * A cohort of the course run.
     *
     * @throws ProblemException as {@link #course}, and 404 for an unknown cohort
     */
    Counted cohort(String courseKey, String cohortId) {
        CourseKey key = course(courseKey);
        try {
            return cohorts.byKey(new CohortKey(key, Long.parseLong(cohortId))).orElseThrow(CohortCourses::noCohort);
        } catch (NumberFormatException tooLong) {
            throw noCohort();
        }
    }

    static ProblemException noCohort() {
        return ProblemException.notFound("cohort-does-not-exist", "The course run has no such cohort.");
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("course-does-not-exist", "There is no such course run.");
    }
}

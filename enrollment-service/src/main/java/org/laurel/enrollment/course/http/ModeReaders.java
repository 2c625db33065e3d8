package org.laurel.enrollment.course.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/**
 * Who may read a course run's modes by the course modes API: staff, service clients, and restricted applications, of which
 * one that names organisations reads theirs alone (course modes, who).
 */
@ApplicationScoped
class ModeReaders {

    private final Caller caller;

    ModeReaders(Caller caller) {
        this.caller = caller;
    }

    /** Refuses (403) who may not read. */
    void require(CourseKey courseKey) {
        boolean allowed = caller.application()
                .map(granted -> !granted.namesOrganisations() || granted.covers(courseKey.org()))
                .orElse(caller.isPrivileged());
        if (!allowed) {
            throw ProblemException.forbidden(
                    "Modes are for staff, service clients and applications of the course run's organisation.");
        }
    }
}

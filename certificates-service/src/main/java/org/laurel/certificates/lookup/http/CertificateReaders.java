package org.laurel.certificates.lookup.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.learner.db.PreferencesQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.ApplicationGrant;
import org.laurel.kit.security.Caller;

/**
 * Who may read a learner's certificates: the learner, staff and service clients, and a restricted application as far as its
 * filters go. Source: certificates, REST read API.
 */
@RequestScoped
class CertificateReaders {

    private final PreferencesQuery preferences;
    private final Caller caller;

    CertificateReaders(PreferencesQuery preferences, Caller caller) {
        this.preferences = preferences;
        this.caller = caller;
    }

    /**
     * Refuses (403) who may not see the learner's list.
     *
     * @param learner null when nobody of this username is known here
     * @return of which organisations the list may tell: an application that names some sees theirs alone
     */
    Predicate<CourseKey> requireList(String username, @Nullable Learner learner) {
        Optional<ApplicationGrant> application = caller.application();
        if (application.isPresent()) {
            return listFor(application.get(), username);
        }
        if (!isSelfOrPrivileged(username) && (learner == null || !preferences.showsToAll(learner.id()))) {
            throw ProblemException.forbidden(
                    "Only the learner, staff and service clients may see this list, unless the learner shows it to all.");
        }
        return courseKey -> true;
    }

    /**
     * Refuses (403) who may not see a single certificate of the learner.
     *
     * @param courseId a course key, 404 when it is none
     */
    CourseKey requireSingle(String username, String courseId) {
        Optional<ApplicationGrant> application = caller.application();
        if (application.isPresent()) {
            return singleFor(application.get(), username, courseId);
        }
        if (!isSelfOrPrivileged(username)) {
            throw ProblemException.forbidden("Only the learner, staff and service clients may see this.");
        }
        return CourseKeys.parseOrNotFound(courseId);
    }

    private static Predicate<CourseKey> listFor(ApplicationGrant application, String username) {
        if (!application.isBoundTo(username)) {
            throw ProblemException.forbidden("The token needs the filter user:me, for the user whose list this is.");
        }
        return courseKey -> !application.namesOrganisations() || application.covers(courseKey.org());
    }

    private static CourseKey singleFor(ApplicationGrant application, String username, String courseId) {
        if (!application.isBoundToNobody() && !application.isBoundTo(username)) {
            throw ProblemException.forbidden("The filter user:me binds the token to another user.");
        }
        CourseKey courseKey = CourseKeys.parseOrNotFound(courseId);
        if (!application.covers(courseKey.org())) {
            throw ProblemException.forbidden("The token needs the filter content_org:" + courseKey.org() + ".");
        }
        return courseKey;
    }

    private boolean isSelfOrPrivileged(String username) {
        return caller.is(username) || caller.isPrivileged();
    }
}

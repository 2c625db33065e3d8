package org.laurel.certificates.lookup.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** Refuses (403) who may not see the learner's list, null for a learner who is not known here. */
    void requireList(String username, @Nullable Learner learner) {
        Optional<ApplicationGrant> application = caller.application();
        boolean allowed = application.isPresent()
                ? application.get().isBoundTo(username)
                : isSelfOrPrivileged(username) || (learner != null && preferences.showsToAll(learner.id()));
        if (!allowed) {
            throw ProblemException.forbidden(
                    "Only the learner, staff and service clients may see this list, unless the learner shows it to all.");
        }
    }

    /** Refuses (403) who may see no single certificate of the learner. */
    void requireSingle(String username) {
        Optional<ApplicationGrant> application = caller.application();
        boolean allowed = application.isPresent()
                ? application.get().isBoundToNobody() || application.get().isBoundTo(username)
                : isSelfOrPrivileged(username);
        if (!allowed) {
            throw ProblemException.forbidden("Only the learner, staff and service clients may see this.");
        }
    }

    /** Refuses (403) an application whose token does not name the course run's organisation. */
    void requireOrganisation(CourseKey courseKey) {
        caller.application()
                .filter(application -> !application.covers(courseKey.org()))
                .ifPresent(application -> {
                    throw ProblemException.forbidden("The token has no filter content_org:" + courseKey.org() + ".");
                });
    }

    /** Whether a list may hold this course run: an application that names organisations sees theirs alone. */
    boolean mayList(CourseKey courseKey) {
        return caller.application()
                .filter(ApplicationGrant::namesOrganisations)
                .map(application -> application.covers(courseKey.org()))
                .orElse(true);
    }

    private boolean isSelfOrPrivileged(String username) {
        return caller.is(username) || caller.isPrivileged();
    }
}

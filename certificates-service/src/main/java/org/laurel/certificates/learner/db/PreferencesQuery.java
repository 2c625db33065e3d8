package org.laurel.certificates.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.certificates.learner.domain.LearnerHistory;
import org.laurel.certificates.learner.domain.Person;
import org.laurel.events.key.LearnerId;

/** Looks up for reads what holds for all certificates of a learner. */
@ApplicationScoped
public class PreferencesQuery {

    private final LearnerDirectory learners;

    PreferencesQuery(LearnerDirectory learners) {
        this.learners = learners;
    }

    /** All that is known of a learner; {@link LearnerHistory#UNKNOWN} of one whom nobody told us of. */
    public LearnerHistory history(LearnerId id) {
        return learners.people(List.of(id)).getOrDefault(id, Person.unknown(id)).history();
    }

    /** Whether everybody who is signed in may see the learner's list of certificates. Without a word of the learner, no. */
    public boolean showsToAll(LearnerId id) {
        CertificatePreferences wishes = history(id).newestPreferences();
        return wishes != null && wishes.visibleTo().equals(CertificatePreferences.ALL_USERS);
    }
}

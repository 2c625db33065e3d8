package org.laurel.certificates.issuance.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.course.db.SettingsLog;
import org.laurel.certificates.course.domain.SettingsHistory;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Explanation;
import org.laurel.certificates.issuance.domain.Fold;
import org.laurel.certificates.learner.db.LearnerDirectory;
import org.laurel.certificates.learner.domain.Person;

/** Folds a learner's facts in a course run once more, for the reasons behind the result. Writes nothing. */
@ApplicationScoped
public class ExplanationQuery {

    private final FactLog facts;
    private final SettingsLog settings;
    private final LearnerDirectory learners;

    ExplanationQuery(FactLog facts, SettingsLog settings, LearnerDirectory learners) {
        this.facts = facts;
        this.settings = settings;
        this.learners = learners;
    }

    /** Explains what is known of a learner in a course run; of nothing known, why there is no certificate. */
    public Explanation explain(CaseKey key) {
        SettingsHistory history =
                settings.histories(List.of(key.courseKey())).getOrDefault(key.courseKey(), SettingsHistory.UNKNOWN);
        Person person = learners.people(List.of(key.learnerId()))
                .getOrDefault(key.learnerId(), Person.unknown(key.learnerId()));
        Fold fold = new Fold(history, person.names());
        return Explanation.of(fold.steps(facts.load(List.of(key)).getOrDefault(key, List.of())), history.newest());
    }
}

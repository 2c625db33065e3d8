package org.laurel.enrollment.emailchange.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.emailchange.db.EmailChangeTable;
import org.laurel.enrollment.retirement.app.DepartureFollower;
import org.laurel.events.key.LearnerId;

/** Whoever asks to be retired gets no other address. */
@ApplicationScoped
class EmailChangesOfLeaving implements DepartureFollower {

    private final EmailChangeTable changes;

    EmailChangesOfLeaving(EmailChangeTable changes) {
        this.changes = changes;
    }

    @Override
    public void leaving(List<LearnerId> learners) {
        changes.drop(learners);
    }
}

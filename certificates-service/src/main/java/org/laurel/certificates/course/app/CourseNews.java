package org.laurel.certificates.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.db.WithheldNews;
import org.laurel.certificates.course.domain.CourseFact;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/**
 * Tells what happened to whole course runs, where decisions take effect. Of a run that is observed only nobody is told: that
 * there is something to tell is noted, and {@link WithheldNewsTelling} makes up for it when the run goes live.
 */
@ApplicationScoped
public class CourseNews {

    private final KeyLocks locks;
    private final TermsQuery terms;
    private final WithheldNews withheld;
    private final Outbox outbox;

    CourseNews(KeyLocks locks, TermsQuery terms, WithheldNews withheld, Outbox outbox) {
        this.locks = locks;
        this.terms = terms;
        this.withheld = withheld;
        this.outbox = outbox;
    }

    /** Tells the facts or notes that they wait, by the terms that hold after them. The caller keeps the runs' terms as they are. */
    @Transactional
    public void apply(List<CourseFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        List<CourseKey> keys = facts.stream().map(CourseFact::courseKey).toList();
        locks.lock(keys.stream().map(CourseKey::value).toList());
        // Whoever takes the deployment live waits until what is noted here can be read.
        locks.hold(List.of(TermsQuery.SITE));
        Map<CourseKey, TermsHistory> histories = terms.histories(keys);
        List<CourseFact> told = new ArrayList<>();
        List<CourseFact> kept = new ArrayList<>();
        for (CourseFact fact : facts) {
            boolean observed = Objects.requireNonNull(histories.get(fact.courseKey()))
                    .newest()
                    .isObserved();
            (observed ? kept : told).add(fact);
        }
        withheld.keep(kept);
        withheld.overtake(told);
        outbox.append(told);
    }
}

package org.laurel.completion.republication.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.completion.republication.db.ToldSumQuery;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.reconcile.Listing;
import org.laurel.kit.reconcile.ReconcileSource;

/**
 * Tells the sums of course runs once more, as {@link Republishing} does, with whether the run is completed. Sums have no
 * history: they go by the business times that were told with them.
 */
@ApplicationScoped
class ProgressTelling implements ReconcileSource {

    private static final Listing LISTING = new Listing(
            "course_progress",
            List.of(Listing.Key.text("course_key"), Listing.Key.text("learner_id")),
            "t.version > 0 and " + Listing.NOT_RETIRED,
            Listing.LEARNERS,
            Listing.RUN,
            ToldSumQuery.TOLD_BETWEEN);

    private final Republishing republishing;

    ProgressTelling(Republishing republishing) {
        this.republishing = republishing;
    }

    @Override
    public String name() {
        return "course_progress";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Listing listing() {
        return LISTING;
    }

    @Override
    public int tell(List<List<String>> keys, Cause cause) {
        return republishing.apply(
                keys.stream()
                        .map(key -> new CourseLearner(new CourseKey(key.get(0)), new LearnerId(key.get(1))))
                        .toList(),
                cause);
    }
}

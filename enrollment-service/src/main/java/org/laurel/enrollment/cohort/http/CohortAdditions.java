package org.laurel.enrollment.cohort.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.laurel.enrollment.cohort.app.CohortPlacement;
import org.laurel.enrollment.cohort.app.Preassigning;
import org.laurel.enrollment.cohort.domain.AdditionResult;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.cohort.domain.Membership;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Enter;
import org.laurel.enrollment.cohort.domain.PlacementOutcome;
import org.laurel.enrollment.cohort.domain.Preassignment;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.db.NamedLearnerQueries;
import org.laurel.enrollment.learner.db.NamedLearnerQueries.Named;
import org.laurel.kit.domain.Cause;

/** Puts people into cohorts by what they are called; each has a result of their own, and nobody costs another one anything. */
@ApplicationScoped
class CohortAdditions {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\\x00]+@[^\\s@<>\\x00]+\\.[^\\s@<>.\\x00]+");
    private static final int LONGEST_EMAIL = 254;

    private final NamedLearnerQueries learners;
    private final CohortPlacement placement;
    private final Preassigning preassigning;
    private final Clock clock;

    CohortAdditions(NamedLearnerQueries learners, CohortPlacement placement, Preassigning preassigning, Clock clock) {
        this.learners = learners;
        this.placement = placement;
        this.preassigning = preassigning;
        this.clock = clock;
    }

    /** A person by username or email address, and the cohort. */
    record Wish(String name, CohortKey cohort) {}

    /** Adds them from now on, and returns a result for each wish, in their order. */
    List<AdditionResult> add(List<Wish> wishes, Cause cause) {
        Map<String, Named> found =
                learners.byUsernamesOrEmails(wishes.stream().map(Wish::name).toList());
        Instant now = clock.instant();
        List<Enter> entries = new ArrayList<>();
        List<Preassignment> unregistered = new ArrayList<>();
        for (Wish wish : wishes) {
            Named learner = found.get(wish.name());
            if (learner != null) {
                BusinessTime time = new BusinessTime.Asked(now, cause.id() + " " + entries.size());
                entries.add(new Enter(learner.id(), wish.cohort(), time, cause));
            } else if (isEmail(wish.name())) {
                unregistered.add(new Preassignment(wish.name(), wish.cohort(), cause));
            }
        }
        Iterator<PlacementOutcome> outcomes = placement.apply(entries).iterator();
        preassigning.apply(unregistered);
        return wishes.stream()
                .map(wish -> {
                    Named learner = found.get(wish.name());
                    return learner == null ? stranger(wish.name()) : known(wish, learner, outcomes.next());
                })
                .toList();
    }

    private static AdditionResult known(Wish wish, Named learner, PlacementOutcome outcome) {
        return switch (outcome) {
            case PlacementOutcome.Entered entered -> {
                Membership before = entered.before();
                yield before == null
                        ? new AdditionResult.Added(wish.name(), learner.username(), learner.email())
                        : new AdditionResult.Moved(
                                wish.name(), learner.username(), learner.email(), before.cohortName());
            }
            case PlacementOutcome.Left left -> throw new IllegalStateException("a request is never overtaken");
            case PlacementOutcome.Unchanged unchanged -> new AdditionResult.Present(wish.name());
            case PlacementOutcome.Retired retired -> new AdditionResult.Unknown(wish.name());
        };
    }

    private static AdditionResult stranger(String name) {
        if (isEmail(name)) {
            return new AdditionResult.Preassigned(name);
        }
        return name.indexOf('@') < 0 ? new AdditionResult.Unknown(name) : new AdditionResult.Invalid(name);
    }

    private static boolean isEmail(String name) {
        return name.length() <= LONGEST_EMAIL && EMAIL.matcher(name).matches();
    }
}

package org.laurel.enrollment.cohort.app;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.enrollment.cohort.db.CohortTable;
import org.laurel.enrollment.cohort.db.MembershipTable;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.cohort.domain.Membership;
import org.laurel.enrollment.cohort.domain.PlacementCommand;
import org.laurel.enrollment.cohort.domain.PlacementOutcome;
import org.laurel.enrollment.cohort.domain.Seat;
import org.laurel.enrollment.fact.db.NewestFacts;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.enrollment.learner.db.Departures;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Puts learners into cohorts that exist, and takes them out. Neither learner nor course run need be known. */
@ApplicationScoped
public class CohortPlacement {

    private final KeyLocks locks;
    private final Departures departures;
    private final CohortTable cohorts;
    private final MembershipTable memberships;
    private final NewestFacts newestFacts;
    private final Outbox outbox;
    private final MeterRegistry metrics;

    CohortPlacement(
            KeyLocks locks,
            Departures departures,
            CohortTable cohorts,
            MembershipTable memberships,
            NewestFacts newestFacts,
            Outbox outbox,
            MeterRegistry metrics) {
        this.locks = locks;
        this.departures = departures;
        this.cohorts = cohorts;
        this.memberships = memberships;
        this.newestFacts = newestFacts;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** Applies the commands in order and returns an outcome for each. */
    @Transactional
    public List<PlacementOutcome> apply(List<? extends PlacementCommand> commands) {
        Set<Seat> seats =
                commands.stream().map(PlacementCommand::seat).collect(Collectors.toCollection(LinkedHashSet::new));
        List<LearnerId> learnerIds =
                seats.stream().map(Seat::learnerId).distinct().toList();
        locks.lock(learnerIds.stream().map(LearnerId::value).toList());
        Set<LearnerId> gone = departures.retired(learnerIds);
        // A rename waits for us, or has happened: nobody enters under a name that is told to nobody else.
        locks.hold(CohortLocks.of(seats.stream().map(Seat::courseKey).toList()));
        PlacementFold fold = load(commands, seats);
        List<PlacementOutcome> outcomes =
                commands.stream().map(command -> outcome(command, gone, fold)).toList();
        memberships.save(fold.changes());
        newestFacts.keep(fold.places);
        outbox.append(fold.news);
        return outcomes;
    }

    private PlacementOutcome outcome(PlacementCommand command, Set<LearnerId> gone, PlacementFold fold) {
        if (gone.contains(command.learnerId())) {
            metrics.counter("laurel.enrollment.refused", "reason", "learner_retired")
                    .increment();
            return new PlacementOutcome.Retired();
        }
        return fold.apply(command);
    }

    private PlacementFold load(List<? extends PlacementCommand> commands, Set<Seat> seats) {
        List<Membership> rows = memberships.ofSeats(seats);
        List<CohortKey> keys = Stream.concat(
                        commands.stream().map(PlacementCommand::cohort),
                        rows.stream().map(Membership::cohort))
                .distinct()
                .toList();
        Set<Subject> subjects = commands.stream()
                .flatMap(command -> Stream.of(
                        command.seat().entry(),
                        command.seat().exit(command.cohort().id())))
                .collect(Collectors.toSet());
        Map<Subject, FactOrder> newest = newestFacts.of(subjects);
        return new PlacementFold(rows, cohorts.find(keys), newest);
    }
}

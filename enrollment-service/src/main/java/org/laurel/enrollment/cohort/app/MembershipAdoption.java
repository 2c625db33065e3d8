package org.laurel.enrollment.cohort.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.enrollment.cohort.db.CohortTable;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.cohort.domain.PlacementCommand;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Enter;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Leave;
import org.laurel.enrollment.cohort.domain.PlacementOutcome;
import org.laurel.enrollment.cohort.domain.ToldCohorts;
import org.laurel.enrollment.cohort.domain.ToldMembership;
import org.laurel.enrollment.fact.db.NewestFacts;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;

/** Takes over who is in which cohort, as told by a platform; a cohort that nobody knows is made, so that nothing is lost. */
@ApplicationScoped
public class MembershipAdoption {

    private final KeyLocks locks;
    private final CohortTable cohorts;
    private final NewestFacts newestFacts;
    private final CohortPlacement placement;
    private final Jobs jobs;

    MembershipAdoption(
            KeyLocks locks, CohortTable cohorts, NewestFacts newestFacts, CohortPlacement placement, Jobs jobs) {
        this.locks = locks;
        this.cohorts = cohorts;
        this.newestFacts = newestFacts;
        this.placement = placement;
        this.jobs = jobs;
    }

    /** Applies the facts in order and returns an outcome for each. */
    @Transactional
    public List<PlacementOutcome> apply(List<ToldMembership> facts) {
        locks.lock(facts.stream().map(fact -> fact.learnerId().value()).toList());
        Set<CourseKey> courseKeys =
                facts.stream().map(fact -> fact.cohort().courseKey()).collect(Collectors.toUnmodifiableSet());
        locks.change(CohortLocks.of(courseKeys));
        Map<CohortKey, CohortKey> resolved = resolve(facts, courseKeys);
        return placement.apply(facts.stream()
                .map(fact -> command(fact, resolved.getOrDefault(fact.cohort(), fact.cohort())))
                .toList());
    }

    private Map<CohortKey, CohortKey> resolve(List<ToldMembership> facts, Set<CourseKey> courseKeys) {
        Map<Subject, FactOrder> newest = newestFacts.of(facts.stream()
                .map(fact ->
                        Subject.cohort(fact.cohort().courseKey(), fact.cohort().id()))
                .collect(Collectors.toSet()));
        ToldCohorts told = new ToldCohorts(cohorts.ofCourses(courseKeys), newest);
        Map<CohortKey, CohortKey> resolved = new HashMap<>();
        facts.forEach(fact -> resolved.put(fact.cohort(), told.take(fact)));
        cohorts.save(told.changes().stream()
                .map(change -> new CohortTable.Change(change.cohort(), change.cause()))
                .toList());
        newestFacts.keep(told.places());
        told.renamed().forEach((key, by) -> jobs.submit(CohortDefinition.TELL_NAME, CohortDefinition.subject(key), by));
        return resolved;
    }

    private static PlacementCommand command(ToldMembership fact, CohortKey cohort) {
        return fact.isMember()
                ? new Enter(fact.learnerId(), cohort, fact.time(), fact.cause())
                : new Leave(fact.learnerId(), cohort, fact.time(), fact.cause());
    }
}

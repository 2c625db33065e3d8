package org.laurel.enrollment.cohort.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.enrollment.cohort.db.CohortTable;
import org.laurel.enrollment.cohort.domain.Cohort;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.cohort.domain.PlacementCommand;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Enter;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Leave;
import org.laurel.enrollment.cohort.domain.PlacementOutcome;
import org.laurel.enrollment.cohort.domain.ToldCohorts;
import org.laurel.enrollment.cohort.domain.ToldMembership;
import org.laurel.enrollment.fact.db.NewestFacts;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.enrollment.learner.db.Departures;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;

/**
 * Takes over who is in which cohort, as told by a platform; a cohort that nobody knows is made, so that nothing is lost. What
 * is told of learners who are retired makes and renames none. Only a batch that makes or renames a cohort keeps others from
 * entering cohorts of the course runs meanwhile.
 */
@ApplicationScoped
public class MembershipAdoption {

    private final KeyLocks locks;
    private final Departures departures;
    private final CohortTable cohorts;
    private final NewestFacts newestFacts;
    private final CohortPlacement placement;
    private final Jobs jobs;

    MembershipAdoption(
            KeyLocks locks,
            Departures departures,
            CohortTable cohorts,
            NewestFacts newestFacts,
            CohortPlacement placement,
            Jobs jobs) {
        this.locks = locks;
        this.departures = departures;
        this.cohorts = cohorts;
        this.newestFacts = newestFacts;
        this.placement = placement;
        this.jobs = jobs;
    }

    /** Applies the facts in order and returns an outcome for each. */
    @Transactional
    public List<PlacementOutcome> apply(List<ToldMembership> facts) {
        List<LearnerId> learnerIds =
                facts.stream().map(ToldMembership::learnerId).distinct().toList();
        locks.lock(learnerIds.stream().map(LearnerId::value).toList());
        Set<LearnerId> gone = departures.retired(learnerIds);
        Set<CourseKey> courseKeys =
                facts.stream().map(fact -> fact.cohort().courseKey()).collect(Collectors.toUnmodifiableSet());
        List<ToldMembership> staying =
                facts.stream().filter(fact -> !gone.contains(fact.learnerId())).toList();
        Map<CohortKey, CohortKey> resolved = resolve(staying, courseKeys);
        return placement.apply(facts.stream()
                .map(fact -> command(fact, resolved.getOrDefault(fact.cohort(), fact.cohort())))
                .toList());
    }

    /** What cohorts facts mean, and what follows of it. */
    private record Resolution(ToldCohorts told, Map<CohortKey, CohortKey> cohorts) {}

    private Map<CohortKey, CohortKey> resolve(List<ToldMembership> facts, Set<CourseKey> courseKeys) {
        Resolution resolution = underLock(facts, courseKeys);
        ToldCohorts told = resolution.told();
        cohorts.save(told.changes().stream()
                .map(change -> new CohortTable.Change(change.cohort(), change.cause()))
                .toList());
        // Others who know the cohorts as well may keep what they heard at the same time.
        newestFacts.keepNewer(told.places());
        told.renamed().forEach((key, by) -> jobs.submit(CohortDefinition.TELL_NAME, CohortDefinition.subject(key), by));
        return resolution.cohorts();
    }

    /** Looks first, because of two who hold cohorts neither could change them. What has changed since is looked at again. */
    private Resolution underLock(List<ToldMembership> facts, Set<CourseKey> courseKeys) {
        if (changesNothing(look(facts, courseKeys))) {
            locks.hold(CohortLocks.of(courseKeys));
            Resolution resolution = look(facts, courseKeys);
            if (changesNothing(resolution)) {
                return resolution;
            }
        }
        locks.change(CohortLocks.of(courseKeys));
        return look(facts, courseKeys);
    }

    private static boolean changesNothing(Resolution resolution) {
        return resolution.told().changes().isEmpty();
    }

    private Resolution look(List<ToldMembership> facts, Set<CourseKey> courseKeys) {
        List<Cohort> known = cohorts.ofCourses(courseKeys);
        Map<Subject, FactOrder> newest = newestFacts.of(Stream.concat(
                        facts.stream().map(ToldMembership::cohort),
                        known.stream().map(Cohort::key))
                .map(key -> Subject.cohort(key.courseKey(), key.id()))
                .collect(Collectors.toSet()));
        ToldCohorts told = new ToldCohorts(known, newest);
        Map<CohortKey, CohortKey> resolved = new HashMap<>();
        facts.forEach(fact -> resolved.put(fact.cohort(), told.take(fact)));
        return new Resolution(told, resolved);
    }

    private static PlacementCommand command(ToldMembership fact, CohortKey cohort) {
        return fact.isMember()
                ? new Enter(fact.learnerId(), cohort, fact.time(), fact.cause())
                : new Leave(fact.learnerId(), cohort, fact.time(), fact.cause());
    }
}

package org.laurel.enrollment.entitlement.app;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.enrollment.entitlement.db.EntitlementTable;
import org.laurel.enrollment.entitlement.domain.Entitlement;
import org.laurel.enrollment.entitlement.domain.EntitlementCommand;
import org.laurel.enrollment.entitlement.domain.EntitlementFact;
import org.laurel.enrollment.entitlement.domain.EntitlementFacts;
import org.laurel.enrollment.entitlement.domain.EntitlementKey;
import org.laurel.enrollment.entitlement.domain.EntitlementOutcome;
import org.laurel.enrollment.entitlement.domain.EntitlementOutcome.Changed;
import org.laurel.enrollment.entitlement.domain.EntitlementOutcome.Refused;
import org.laurel.enrollment.entitlement.domain.EntitlementRefusal;
import org.laurel.enrollment.entitlement.domain.EntitlementRules;
import org.laurel.enrollment.learner.db.Departures;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Entitles learners to courses, and changes and ends what they are entitled to. */
@ApplicationScoped
public class Entitling {

    private final KeyLocks locks;
    private final Departures departures;
    private final EntitlementTable entitlements;
    private final Outbox outbox;
    private final MeterRegistry metrics;

    Entitling(
            KeyLocks locks,
            Departures departures,
            EntitlementTable entitlements,
            Outbox outbox,
            MeterRegistry metrics) {
        this.locks = locks;
        this.departures = departures;
        this.entitlements = entitlements;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** Applies the commands in order and returns an outcome for each. The number of statements does not grow with them. */
    @Transactional
    public List<EntitlementOutcome> apply(List<? extends EntitlementCommand> commands) {
        Set<EntitlementKey> keys =
                commands.stream().map(EntitlementCommand::key).collect(Collectors.toUnmodifiableSet());
        List<LearnerId> learnerIds =
                keys.stream().map(EntitlementKey::learnerId).distinct().toList();
        locks.lock(learnerIds.stream().map(LearnerId::value).toList());
        Set<LearnerId> gone = departures.retired(learnerIds);
        Set<LearnerId> learners = entitlements.knownLearners(learnerIds);
        Set<CourseKey> courseRuns = entitlements.knownCourseRuns(commands.stream()
                .flatMap(command -> Stream.ofNullable(command.terms().courseKey()))
                .distinct()
                .toList());
        Map<EntitlementKey, Entitlement> newest = entitlements.newest(keys);

        List<EntitlementOutcome> outcomes = new ArrayList<>(commands.size());
        Map<UUID, EntitlementTable.Change> changes = new LinkedHashMap<>();
        List<EntitlementFact> news = new ArrayList<>();
        for (EntitlementCommand command : commands) {
            EntitlementKey key = command.key();
            if (gone.contains(key.learnerId())) {
                outcomes.add(new Refused(EntitlementRefusal.LEARNER_RETIRED));
                count(EntitlementRefusal.LEARNER_RETIRED);
                continue;
            }
            EntitlementOutcome outcome = EntitlementRules.decide(
                    command, new EntitlementFacts(learners.contains(key.learnerId()), courseRuns, newest.get(key)));
            outcomes.add(outcome);
            if (outcome instanceof Changed changed) {
                newest.put(key, changed.after());
                changes.put(changed.after().id(), new EntitlementTable.Change(changed.after(), command.cause()));
                news.add(new EntitlementFact(changed.after(), command.cause()));
            }
        }
        entitlements.save(List.copyOf(changes.values()));
        outbox.append(news);
        return outcomes;
    }

    private void count(EntitlementRefusal refusal) {
        metrics.counter("laurel.enrollment.refused", "reason", refusal.code()).increment();
    }
}

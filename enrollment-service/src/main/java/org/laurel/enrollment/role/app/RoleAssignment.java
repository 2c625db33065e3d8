package org.laurel.enrollment.role.app;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.enrollment.fact.db.NewestFacts;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.enrollment.learner.db.Departures;
import org.laurel.enrollment.role.db.RoleTable;
import org.laurel.enrollment.role.domain.CourseRole;
import org.laurel.enrollment.role.domain.RoleFact;
import org.laurel.enrollment.role.domain.RoleKey;
import org.laurel.enrollment.role.domain.RoleOutcome;
import org.laurel.enrollment.role.domain.RoleRules;
import org.laurel.enrollment.role.domain.RoleScope;
import org.laurel.enrollment.role.domain.SetRole;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Gives roles and takes them away. Neither the learner nor the course run need be known. */
@ApplicationScoped
public class RoleAssignment {

    private final KeyLocks locks;
    private final Departures departures;
    private final RoleTable table;
    private final NewestFacts newestFacts;
    private final Outbox outbox;
    private final MeterRegistry metrics;

    RoleAssignment(
            KeyLocks locks,
            Departures departures,
            RoleTable table,
            NewestFacts newestFacts,
            Outbox outbox,
            MeterRegistry metrics) {
        this.locks = locks;
        this.departures = departures;
        this.table = table;
        this.newestFacts = newestFacts;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** Applies the commands in order and returns an outcome for each. */
    @Transactional
    public List<RoleOutcome> apply(List<SetRole> commands) {
        List<RoleKey> keys = commands.stream().map(SetRole::key).distinct().toList();
        List<LearnerId> learnerIds =
                keys.stream().map(RoleKey::learnerId).distinct().toList();
        locks.lock(learnerIds.stream().map(LearnerId::value).toList());
        Set<LearnerId> gone = departures.retired(learnerIds);
        Map<RoleKey, CourseRole> roles = table.find(keys);
        Map<Subject, FactOrder> newest =
                newestFacts.of(keys.stream().map(RoleKey::subject).toList());

        List<RoleOutcome> outcomes = new ArrayList<>(commands.size());
        Map<RoleKey, RoleTable.Change> changes = new LinkedHashMap<>();
        Map<Subject, FactOrder> places = new HashMap<>();
        List<RoleFact> news = new ArrayList<>();
        for (SetRole command : commands) {
            if (gone.contains(command.key().learnerId())) {
                outcomes.add(new RoleOutcome.Retired());
                metrics.counter("laurel.enrollment.refused", "reason", "learner_retired")
                        .increment();
                continue;
            }
            Subject subject = command.key().subject();
            FactOrder known = newest.get(subject);
            RoleOutcome outcome = RoleRules.decide(roles.get(command.key()), known, command);
            outcomes.add(outcome);
            if (outcome instanceof RoleOutcome.Changed changed) {
                roles.put(command.key(), changed.after());
                changes.put(command.key(), new RoleTable.Change(changed.after(), command.cause()));
                // The contract has no word for a role that belongs to no organisation, so it stays in this service.
                if (!(command.key().scope() instanceof RoleScope.Everywhere)) {
                    news.add(new RoleFact.RoleChanged(changed.after(), command.cause()));
                }
            }
            FactOrder place = command.time().placeAfter(known);
            if (known == null || place.isAfter(known)) {
                newest.put(subject, place);
                places.put(subject, place);
            }
        }
        table.save(List.copyOf(changes.values()));
        newestFacts.keep(places);
        outbox.append(news);
        return outcomes;
    }
}

package org.laurel.enrollment.learner.app;

import io.quarkus.arc.All;
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
import org.laurel.enrollment.learner.db.AddressTable;
import org.laurel.enrollment.learner.db.Departures;
import org.laurel.enrollment.learner.db.LearnerTable;
import org.laurel.enrollment.learner.db.ReservedNames;
import org.laurel.enrollment.learner.domain.AddressArrivals;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.domain.LearnerCommand;
import org.laurel.enrollment.learner.domain.LearnerFact;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.enrollment.learner.domain.LearnerRules;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.learner.domain.TakenNames;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Takes in who learners are. */
@ApplicationScoped
public class LearnerRegistration {

    private final KeyLocks locks;
    private final LearnerTable table;
    private final AddressTable addresses;
    private final ReservedNames reserved;
    private final Departures departures;
    private final NewestFacts newestFacts;
    private final Outbox outbox;
    private final List<LearnerFollower> followers;

    LearnerRegistration(
            KeyLocks locks,
            LearnerTable table,
            AddressTable addresses,
            ReservedNames reserved,
            Departures departures,
            NewestFacts newestFacts,
            Outbox outbox,
            @All List<LearnerFollower> followers) {
        this.locks = locks;
        this.table = table;
        this.addresses = addresses;
        this.reserved = reserved;
        this.departures = departures;
        this.newestFacts = newestFacts;
        this.outbox = outbox;
        this.followers = followers;
    }

    /** Applies the commands in order and returns an outcome for each. */
    @Transactional
    public List<LearnerOutcome> apply(List<? extends LearnerCommand> commands) {
        List<LearnerId> ids =
                commands.stream().map(LearnerCommand::id).distinct().toList();
        locks.lock(ids.stream().map(LearnerId::value).toList());
        Map<LearnerId, Learner> learners = table.find(ids);
        Map<Subject, FactOrder> newest =
                newestFacts.of(ids.stream().map(Subject::learner).toList());
        List<String> usernames =
                commands.stream().flatMap(LearnerCommand::usernames).toList();
        List<String> emails = commands.stream().flatMap(LearnerCommand::emails).toList();
        TakenNames taken = new TakenNames(table.holders(usernames, emails), reserved.of(usernames, emails));
        Map<LearnerId, Objection> departed = departures.of(ids);

        List<LearnerOutcome> outcomes = new ArrayList<>(commands.size());
        Work work = new Work();
        for (LearnerCommand command : commands) {
            Subject subject = Subject.learner(command.id());
            FactOrder known = newest.get(subject);
            Objection departure = departed.get(command.id());
            LearnerOutcome outcome = departure == null
                    ? LearnerRules.decide(learners.get(command.id()), known, command, taken)
                    : new LearnerOutcome.Refused(learners.get(command.id()), departure);
            outcomes.add(outcome);
            if (outcome instanceof LearnerOutcome.Changed changed) {
                learners.put(command.id(), changed.after());
                taken.follow(changed);
                work.take(changed, command);
            }
            FactOrder place = command.time().placeAfter(known);
            if (holds(outcome) && (known == null || place.isAfter(known))) {
                newest.put(subject, place);
                work.places.put(subject, place);
            }
        }
        save(work);
        return outcomes;
    }

    private void save(Work work) {
        table.save(List.copyOf(work.changes.values()));
        newestFacts.keep(work.places);
        outbox.append(work.news);
        if (!work.changed.isEmpty()) {
            Set<LearnerId> arrivals = AddressArrivals.of(work.changed).keySet();
            if (!arrivals.isEmpty()) {
                locks.hold(addresses.locksOf(arrivals));
            }
            followers.forEach(each -> each.follow(work.changed));
        }
    }

    private static boolean holds(LearnerOutcome outcome) {
        return outcome instanceof LearnerOutcome.Changed || outcome instanceof LearnerOutcome.Unchanged;
    }

    /** What a batch comes to. */
    private static final class Work {

        private final Map<LearnerId, LearnerTable.Change> changes = new LinkedHashMap<>();
        private final Map<Subject, FactOrder> places = new HashMap<>();
        private final List<LearnerFact> news = new ArrayList<>();
        private final List<LearnerOutcome.Changed> changed = new ArrayList<>();

        private void take(LearnerOutcome.Changed change, LearnerCommand command) {
            changes.put(command.id(), new LearnerTable.Change(change.after(), command.cause()));
            news.addAll(change.news());
            changed.add(change);
        }
    }
}

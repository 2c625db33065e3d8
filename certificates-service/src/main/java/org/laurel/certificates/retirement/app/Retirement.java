package org.laurel.certificates.retirement.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.certificates.retirement.db.RetiredPeople;
import org.laurel.certificates.retirement.domain.PersonErased;
import org.laurel.certificates.retirement.domain.Retire;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/**
 * Retires learners: their personal data is erased everywhere in this service, and what arrives later brings none of it back.
 * Certificates keep status, public id and dates, and nobody is told of a change. Source: decisions, everywhere 8; additions,
 * retirement.
 */
@ApplicationScoped
public class Retirement {

    private final KeyLocks locks;
    private final RetiredPeople people;
    private final TraceErasure traces;
    private final Outbox outbox;
    private final Clock clock;

    Retirement(KeyLocks locks, RetiredPeople people, TraceErasure traces, Outbox outbox, Clock clock) {
        this.locks = locks;
        this.people = people;
        this.traces = traces;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Retires the learners; one who is retired already stays as he is and is not reported again. */
    @Transactional
    public void apply(List<Retire> commands) {
        locks.lock(commands.stream().map(retire -> retire.learnerId().value()).toList());
        Set<LearnerId> added = people.add(commands);
        if (added.isEmpty()) {
            return;
        }
        traces.erase(added);
        Instant now = clock.instant();
        Map<LearnerId, Retire> byLearner = commands.stream()
                .filter(retire -> added.contains(retire.learnerId()))
                .collect(
                        Collectors.toMap(Retire::learnerId, retire -> retire, (one, other) -> one, LinkedHashMap::new));
        outbox.append(byLearner.values().stream()
                .map(retire -> new PersonErased(retire.learnerId(), now, retire.cause()))
                .toList());
    }
}

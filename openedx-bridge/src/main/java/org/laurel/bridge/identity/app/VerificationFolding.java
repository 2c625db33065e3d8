package org.laurel.bridge.identity.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurel.bridge.identity.db.AttemptTable;
import org.laurel.bridge.identity.domain.Attempt;
import org.laurel.bridge.identity.domain.TakeAttempt;
import org.laurel.bridge.identity.domain.Verification;
import org.laurel.bridge.identity.domain.VerificationChanged;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/**
 * Takes in attempts to verify an identity and tells what follows of all attempts of the learner, when that changes. The order
 * of arrival and repetition make no difference to where it ends.
 */
@ApplicationScoped
public class VerificationFolding {

    private final KeyLocks locks;
    private final AttemptTable table;
    private final Outbox outbox;

    VerificationFolding(KeyLocks locks, AttemptTable table, Outbox outbox) {
        this.locks = locks;
        this.table = table;
        this.outbox = outbox;
    }

    /** Takes the attempts in. */
    @Transactional
    public void apply(List<TakeAttempt> commands) {
        List<LearnerId> learners = commands.stream()
                .map(command -> command.attempt().learnerId())
                .distinct()
                .toList();
        locks.lock(learners.stream().map(LearnerId::value).toList());
        Map<LearnerId, Map<Long, Attempt>> known = new HashMap<>();
        table.attempts(learners)
                .forEach(attempt -> of(known, attempt.learnerId()).put(attempt.number(), attempt));
        Map<LearnerId, AttemptTable.Told> told = new HashMap<>(table.told(learners));
        Map<LearnerId, Map<Long, Attempt>> taken = new LinkedHashMap<>();
        List<VerificationChanged> facts = new ArrayList<>();
        for (TakeAttempt command : commands) {
            Attempt attempt = command.attempt();
            Map<Long, Attempt> own = of(known, attempt.learnerId());
            own.merge(attempt.number(), attempt, VerificationFolding::newer);
            of(taken, attempt.learnerId()).put(attempt.number(), newest(own, attempt.number()));
            tell(command, Verification.of(own.values()), told, facts);
        }
        table.save(
                taken.values().stream().flatMap(each -> each.values().stream()).toList());
        if (!facts.isEmpty()) {
            table.saveTold(facts.stream()
                    .map(VerificationChanged::learnerId)
                    .distinct()
                    .map(told::get)
                    .toList());
            outbox.append(facts);
        }
    }

    private static void tell(
            TakeAttempt command,
            Verification verification,
            Map<LearnerId, AttemptTable.Told> told,
            List<VerificationChanged> facts) {
        LearnerId learner = command.attempt().learnerId();
        AttemptTable.Told last = told.get(learner);
        if (verification.tellsMoreThan(last == null ? null : last.verification())) {
            long version = last == null ? 1 : last.version() + 1;
            told.put(learner, new AttemptTable.Told(learner, verification, version));
            facts.add(new VerificationChanged(learner, verification, version, command.cause()));
        }
    }

    private static Attempt newer(Attempt kept, Attempt next) {
        return Attempt.NEWEST_LAST.compare(next, kept) > 0 ? next : kept;
    }

    private static Attempt newest(Map<Long, Attempt> own, long number) {
        Attempt newest = own.get(number);
        if (newest == null) {
            throw new IllegalStateException("the attempt was just put there");
        }
        return newest;
    }

    private static Map<Long, Attempt> of(Map<LearnerId, Map<Long, Attempt>> all, LearnerId learner) {
        return all.computeIfAbsent(learner, id -> new LinkedHashMap<>());
    }
}

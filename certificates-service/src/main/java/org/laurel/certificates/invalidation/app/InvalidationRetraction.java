package org.laurel.certificates.invalidation.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.certificates.invalidation.db.InvalidationQuery;
import org.laurel.certificates.invalidation.db.InvalidationTable;
import org.laurel.certificates.invalidation.domain.Retract;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.app.Folded;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.kit.lock.KeyLocks;

/**
 * Takes invalidations back: the row stays and is inactive, and the certificate is evaluated, so that a learner who still
 * deserves it has it again under the same public id. Source: certificates, scenario 66.
 */
@ApplicationScoped
public class InvalidationRetraction {

    private final KeyLocks locks;
    private final InvalidationQuery invalidations;
    private final InvalidationTable table;
    private final FactFolding folding;
    private final Clock clock;

    InvalidationRetraction(
            KeyLocks locks,
            InvalidationQuery invalidations,
            InvalidationTable table,
            FactFolding folding,
            Clock clock) {
        this.locks = locks;
        this.invalidations = invalidations;
        this.table = table;
        this.folding = folding;
        this.clock = clock;
    }

    /**
     * Applies at most 1,000 commands, each about another case.
     *
     * @return what became of the cases whose invalidation was active
     */
    @Transactional
    public Map<CaseKey, Folded> apply(List<Retract> commands) {
        List<CaseKey> keys = commands.stream().map(Retract::key).toList();
        locks.lock(keys.stream().map(key -> key.learnerId().value()).toList());
        Set<CaseKey> active = invalidations.invalidations(keys).entrySet().stream()
                .filter(entry -> entry.getValue().active())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<Retract> retractions = commands.stream()
                .filter(command -> active.contains(command.key()))
                .toList();
        Instant now = clock.instant();
        table.deactivate(retractions, now);
        List<FactCommand> facts =
                retractions.stream().map(InvalidationRetraction::fact).toList();
        return folding.apply(facts).stream().collect(Collectors.toMap(Folded::key, folded -> folded));
    }

    private static FactCommand fact(Retract command) {
        return new FactCommand.Happen(
                command.key(), Fact.Invalidated.KIND, order -> new Fact.Invalidated(order, false), command.cause());
    }
}

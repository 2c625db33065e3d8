package org.laurel.certificates.dateoverride.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.laurel.certificates.dateoverride.db.DateOverrideQuery;
import org.laurel.certificates.dateoverride.db.DateOverrideTable;
import org.laurel.certificates.dateoverride.domain.RemoveOverride;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.kit.lock.KeyLocks;

/** Takes back issue dates that staff have set: rows are deleted, their history stays. Source: certificates, date override. */
@ApplicationScoped
public class DateOverrideRemoval {

    private final KeyLocks locks;
    private final DateOverrideQuery overrides;
    private final DateOverrideTable table;
    private final FactFolding folding;
    private final Clock clock;

    DateOverrideRemoval(
            KeyLocks locks, DateOverrideQuery overrides, DateOverrideTable table, FactFolding folding, Clock clock) {
        this.locks = locks;
        this.overrides = overrides;
        this.table = table;
        this.folding = folding;
        this.clock = clock;
    }

    /**
     * Applies at most 1,000 commands, each about another certificate.
     *
     * @return the cases whose date staff had set
     */
    @Transactional
    public Set<CaseKey> apply(List<RemoveOverride> commands) {
        List<CaseKey> keys = commands.stream().map(RemoveOverride::key).toList();
        locks.lock(keys.stream().map(key -> key.learnerId().value()).toList());
        Set<CaseKey> dated = Set.copyOf(overrides.overrides(keys).keySet());
        List<RemoveOverride> removals = commands.stream()
                .filter(command -> dated.contains(command.key()))
                .toList();
        Instant now = clock.instant();
        table.delete(removals, now);
        folding.apply(removals.stream().map(DateOverrideRemoval::fact).toList());
        return dated;
    }

    private static FactCommand fact(RemoveOverride command) {
        return new FactCommand.Happen(
                command.key(),
                Fact.DateOverridden.KIND,
                order -> new Fact.DateOverridden(order, null),
                command.cause());
    }
}

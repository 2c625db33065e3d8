package org.laurel.certificates.dateoverride.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.dateoverride.db.DateOverrideQuery;
import org.laurel.certificates.dateoverride.db.DateOverrideTable;
import org.laurel.certificates.dateoverride.domain.DateOverride;
import org.laurel.certificates.dateoverride.domain.OverrideDate;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.kit.lock.KeyLocks;

/** Sets the issue dates of certificates; others hear of a date that is another one. Source: certificates, date override. */
@ApplicationScoped
public class DateOverriding {

    private final KeyLocks locks;
    private final DateOverrideQuery overrides;
    private final DateOverrideTable table;
    private final FactFolding folding;
    private final Clock clock;

    DateOverriding(
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
     * @return the cases that have a certificate; of the others nothing is stored
     */
    @Transactional
    public Set<CaseKey> apply(List<OverrideDate> commands) {
        List<CaseKey> keys = commands.stream().map(OverrideDate::key).toList();
        locks.lock(keys.stream().map(key -> key.learnerId().value()).toList());
        Set<CaseKey> certified = overrides.certified(keys);
        Map<CaseKey, DateOverride> before = overrides.overrides(keys);
        List<OverrideDate> changes = commands.stream()
                .filter(command -> certified.contains(command.key()))
                .filter(command -> differs(command, before.get(command.key())))
                .toList();
        Instant now = clock.instant();
        table.save(changes, now);
        folding.apply(changes.stream().map(DateOverriding::fact).toList());
        return certified;
    }

    private static FactCommand fact(OverrideDate command) {
        return new FactCommand.Happen(
                command.key(),
                Fact.DateOverridden.KIND,
                order -> new Fact.DateOverridden(order, command.date()),
                command.cause());
    }

    private static boolean differs(OverrideDate command, @Nullable DateOverride before) {
        return before == null
                || !before.date().equals(command.date())
                || !before.reason().equals(command.reason());
    }
}

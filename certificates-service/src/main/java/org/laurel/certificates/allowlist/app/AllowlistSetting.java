package org.laurel.certificates.allowlist.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.allowlist.db.AllowlistQuery;
import org.laurel.certificates.allowlist.db.AllowlistTable;
import org.laurel.certificates.allowlist.domain.Admission;
import org.laurel.certificates.allowlist.domain.AllowlistEntry;
import org.laurel.certificates.allowlist.domain.Obstacle;
import org.laurel.certificates.allowlist.domain.SetEntry;
import org.laurel.certificates.allowlist.domain.SetResult;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.app.Folded;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.kit.lock.KeyLocks;

/**
 * Puts learners on allowlists and changes their entries. Each save of an enabled entry evaluates the certificate; setting an
 * entry to what it is already changes nothing. Source: certificates, signals listened to.
 */
@ApplicationScoped
public class AllowlistSetting {

    private final KeyLocks locks;
    private final AllowlistQuery entries;
    private final AllowlistTable table;
    private final FactFolding folding;
    private final Clock clock;

    AllowlistSetting(KeyLocks locks, AllowlistQuery entries, AllowlistTable table, FactFolding folding, Clock clock) {
        this.locks = locks;
        this.entries = entries;
        this.table = table;
        this.folding = folding;
        this.clock = clock;
    }

    /**
     * Applies the commands in order, at most 1,000 at a time; what is refused to one does not touch the others.
     *
     * @return the result of each command, in their order
     */
    @Transactional
    public List<SetResult> apply(List<SetEntry> commands) {
        List<CaseKey> keys = commands.stream().map(SetEntry::key).distinct().toList();
        locks.lock(keys.stream().map(key -> key.learnerId().value()).toList());
        Map<CaseKey, AllowlistEntry> before = entries.entries(keys);
        Map<CaseKey, Admission> admissions = entries.admissions(keys);
        Map<CaseKey, SetEntry> accepted = new LinkedHashMap<>();
        List<@Nullable Obstacle> refusals = new ArrayList<>(commands.size());
        for (SetEntry command : commands) {
            Admission admission = admissions.getOrDefault(command.key(), Admission.UNKNOWN);
            Optional<Obstacle> obstacle = command.obstacle(admission);
            if (obstacle.isEmpty()) {
                accepted.put(command.key(), command);
                admissions.put(command.key(), admission.listed(command.enabled()));
            }
            refusals.add(obstacle.orElse(null));
        }
        Map<CaseKey, AllowlistEntry> after = new HashMap<>(before);
        Set<CaseKey> withheld = save(accepted, before, after);
        List<SetResult> results = new ArrayList<>(commands.size());
        for (int i = 0; i < commands.size(); i++) {
            Obstacle refusal = refusals.get(i);
            results.add(
                    refusal == null ? kept(commands.get(i).key(), after, withheld) : new SetResult.Refused(refusal));
        }
        return results;
    }

    private static SetResult kept(CaseKey key, Map<CaseKey, AllowlistEntry> after, Set<CaseKey> withheld) {
        return new SetResult.Kept(Objects.requireNonNull(after.get(key)), withheld.contains(key));
    }

    /** Puts what is saved into {@code after}, and returns the cases whose certificate would change and does not. */
    private Set<CaseKey> save(
            Map<CaseKey, SetEntry> accepted, Map<CaseKey, AllowlistEntry> before, Map<CaseKey, AllowlistEntry> after) {
        List<SetEntry> changes = accepted.values().stream()
                .filter(command -> differs(command, before.get(command.key())))
                .toList();
        Instant now = clock.instant();
        table.save(changes, now).forEach(entry -> after.put(entry.key(), entry));
        List<FactCommand> facts = changes.stream()
                .filter(command -> command.enabled() || isEnabled(before.get(command.key())))
                .map(AllowlistSetting::fact)
                .toList();
        return folding.apply(facts).stream()
                .filter(Folded::withheld)
                .map(Folded::key)
                .collect(Collectors.toSet());
    }

    private static FactCommand fact(SetEntry command) {
        return new FactCommand.Happen(
                command.key(),
                Fact.Allowlisted.KIND,
                order -> new Fact.Allowlisted(
                        order, command.enabled() ? Fact.Allowlisted.Entry.ENABLED : Fact.Allowlisted.Entry.DISABLED),
                command.cause());
    }

    private static boolean differs(SetEntry command, @Nullable AllowlistEntry entry) {
        return entry == null
                || entry.enabled() != command.enabled()
                || !entry.notes().equals(command.notes());
    }

    private static boolean isEnabled(@Nullable AllowlistEntry entry) {
        return entry != null && entry.enabled();
    }
}

package org.laurel.certificates.allowlist.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.laurel.certificates.allowlist.db.AllowlistQuery;
import org.laurel.certificates.allowlist.db.AllowlistTable;
import org.laurel.certificates.allowlist.domain.AllowlistEntry;
import org.laurel.certificates.allowlist.domain.RemoveEntry;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.app.Folded;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.kit.lock.KeyLocks;

/**
 * Takes learners off allowlists: the entry is deleted, its history stays, and a certificate of any status becomes unavailable
 * with the reason {@code allowlist_removal}. Source: certificates, revocation primitive.
 */
@ApplicationScoped
public class AllowlistRemoval {

    private final KeyLocks locks;
    private final AllowlistQuery entries;
    private final AllowlistTable table;
    private final FactFolding folding;

    AllowlistRemoval(KeyLocks locks, AllowlistQuery entries, AllowlistTable table, FactFolding folding) {
        this.locks = locks;
        this.entries = entries;
        this.table = table;
        this.folding = folding;
    }

    /**
     * Applies at most 1,000 commands, each about another case.
     *
     * @return what became of the cases that had an entry, enabled or not
     */
    @Transactional
    public Map<CaseKey, Folded> apply(List<RemoveEntry> commands) {
        List<CaseKey> keys = commands.stream().map(RemoveEntry::key).toList();
        locks.lock(keys.stream().map(key -> key.learnerId().value()).toList());
        Map<CaseKey, AllowlistEntry> listed = entries.entries(keys);
        List<RemoveEntry> removals = commands.stream()
                .filter(command -> listed.containsKey(command.key()))
                .toList();
        table.delete(removals);
        List<FactCommand> facts = removals.stream().map(AllowlistRemoval::fact).toList();
        return folding.apply(facts).stream().collect(Collectors.toMap(Folded::key, folded -> folded));
    }

    private static FactCommand fact(RemoveEntry command) {
        return new FactCommand.Happen(
                command.key(),
                Fact.Allowlisted.KIND,
                order -> new Fact.Allowlisted(order, Fact.Allowlisted.Entry.REMOVED),
                command.cause());
    }
}

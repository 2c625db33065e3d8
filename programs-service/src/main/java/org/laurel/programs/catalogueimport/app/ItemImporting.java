package org.laurel.programs.catalogueimport.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.laurel.programs.catalogueimport.db.ImportItems;
import org.laurel.programs.catalogueimport.db.ImportItems.Settled;
import org.laurel.programs.catalogueimport.db.ImportItems.Staged;
import org.laurel.programs.catalogueimport.db.ImportItems.Waiting;
import org.laurel.programs.catalogueimport.db.ImportTable;
import org.laurel.programs.catalogueimport.db.ImportTable.Locked;
import org.laurel.programs.catalogueimport.domain.ItemKind;
import org.laurel.programs.catalogueimport.domain.Place;

/** Works items off. A dry run does the same and takes it back. */
@ApplicationScoped
class ItemImporting {

    private final ImportTable imports;
    private final ImportItems items;
    private final ItemWork work;
    private final ItemTrial trial;

    ItemImporting(ImportTable imports, ImportItems items, ItemWork work, ItemTrial trial) {
        this.imports = imports;
        this.items = items;
        this.work = work;
        this.trial = trial;
    }

    /** How the items are counted, in their order; those that are worked off already stay as they are. */
    @Transactional
    public List<String> apply(long importId, List<Waiting> wanted) {
        Locked run = imports.lock(importId).orElseThrow(() -> ImportProblems.unknown(importId));
        List<Staged> staged =
                items.take(importId, wanted.stream().map(Waiting::place).toList());
        List<Staged> waiting =
                staged.stream().filter(item -> item.outcome() == null).toList();
        List<Settled> settled = run.dryRun() ? trial.apply(run.cause(), waiting) : work.work(run.cause(), waiting);
        items.settle(importId, settled);
        Map<Place, String> words = new HashMap<>();
        settled.forEach(item -> words.put(item.place(), item.outcome().word()));
        return staged.stream()
                .map(item -> counted(
                        item.kind(),
                        Objects.requireNonNullElseGet(
                                item.outcome(), () -> Objects.requireNonNull(words.get(item.place())))))
                .toList();
    }

    static String counted(ItemKind kind, String word) {
        return kind.slug() + "." + word;
    }
}

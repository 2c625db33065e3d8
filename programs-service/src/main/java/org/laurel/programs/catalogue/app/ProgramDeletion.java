package org.laurel.programs.catalogue.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.catalogue.db.ProgramStore;
import org.laurel.programs.catalogue.db.StoredProgramQuery;
import org.laurel.programs.catalogue.domain.DefineProgram;
import org.laurel.programs.catalogue.domain.Definition;
import org.laurel.programs.catalogue.domain.ProgramStatus;
import org.laurel.programs.catalogue.domain.Removal;
import org.laurel.programs.catalogue.domain.Remove;
import org.laurel.programs.catalogue.domain.StoredProgram;
import org.laurel.programs.evaluation.domain.AwardingBasis;

/**
 * Takes programs out of the catalogue: their status becomes deleted. Nothing else goes, so learners keep what they hold, and a
 * program that is put again is there again.
 */
@ApplicationScoped
public class ProgramDeletion {

    private final KeyLocks locks;
    private final StoredProgramQuery programs;
    private final ProgramStore store;
    private final ProgramWriting writing;

    ProgramDeletion(KeyLocks locks, StoredProgramQuery programs, ProgramStore store, ProgramWriting writing) {
        this.locks = locks;
        this.programs = programs;
        this.store = store;
        this.writing = writing;
    }

    /** Deletes programs, each uuid at most once in a call, and returns what became of each. */
    @Transactional
    public List<Removal> apply(List<Remove> commands) {
        List<UUID> uuids = commands.stream().map(Remove::uuid).toList();
        locks.lock(uuids.stream().map(UUID::toString).toList());
        locks.change(List.of(AwardingBasis.KEY));
        Map<UUID, StoredProgram> stored = programs.load(uuids);
        Map<UUID, String> documents = store.documents(uuids, ProgramStatus.DELETED);
        List<DefineProgram> definitions = new ArrayList<>();
        for (Remove command : commands) {
            @Nullable StoredProgram known = stored.get(command.uuid());
            @Nullable String document = documents.get(command.uuid());
            if (known != null && document != null) {
                definitions.add(new DefineProgram(
                        known.program().as(ProgramStatus.DELETED), document, command.expected(), command.cause()));
            }
        }
        List<Definition> defined = writing.write(definitions);
        Map<UUID, Definition> results = new HashMap<>();
        for (int i = 0; i < definitions.size(); i++) {
            results.put(definitions.get(i).program().uuid(), defined.get(i));
        }
        return uuids.stream().map(uuid -> removal(results.get(uuid))).toList();
    }

    private static Removal removal(@Nullable Definition definition) {
        return switch (definition) {
            case null -> new Removal.Unknown();
            case Definition.Outdated outdated -> new Removal.Outdated(Objects.requireNonNull(outdated.current()));
            case Definition.Unchanged unchanged -> new Removal.Removed();
            case Definition.Change change -> new Removal.Removed();
        };
    }
}

package org.laurel.programs.catalogue.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;
import org.laurel.kit.reconcile.Listing;
import org.laurel.kit.reconcile.ReconcileSource;
import org.laurel.programs.catalogue.db.StoredProgramQuery;
import org.laurel.programs.catalogue.domain.ProgramDefined;

/** Tells of programs once more. */
@ApplicationScoped
class ProgramTelling implements ReconcileSource {

    private static final Listing LISTING = new Listing(
            "program",
            List.of(new Listing.Key("program_uuid", "uuid")),
            "true",
            null,
            "t.program_uuid in (select r.program_uuid from program_course_run r where r.course_key = ?)",
            Listing.history("program", "program_uuid"));

    private final KeyLocks locks;
    private final StoredProgramQuery programs;
    private final Outbox outbox;

    ProgramTelling(KeyLocks locks, StoredProgramQuery programs, Outbox outbox) {
        this.locks = locks;
        this.programs = programs;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "programs";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Listing listing() {
        return LISTING;
    }

    @Override
    public int tell(List<List<String>> keys, Cause cause) {
        List<String> uuids = keys.stream().map(List::getFirst).toList();
        locks.lock(uuids);
        List<ProgramDefined> facts = programs
                .load(uuids.stream().map(UUID::fromString).toList())
                .values()
                .stream()
                .map(stored -> new ProgramDefined(stored.program(), stored.version(), stored.modifiedAt(), cause))
                .toList();
        outbox.append(facts);
        return facts.size();
    }
}

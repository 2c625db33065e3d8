package org.laurel.programs.catalogueimport.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.laurel.kit.domain.Cause;
import org.laurel.programs.catalogueimport.db.ImportTable;

/** Opens imports; they take parts from then on. */
@ApplicationScoped
public class ImportOpening {

    private final ImportTable imports;
    private final Clock clock;

    ImportOpening(ImportTable imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    /**
     * An import to open.
     *
     * @param dryRun whether items are only tried out
     */
    public record Open(boolean dryRun, Cause cause) {}

    /** Opens them and returns their ids. */
    @Transactional
    public List<Long> apply(List<Open> commands) {
        return commands.stream()
                .map(open -> imports.open(open.dryRun(), clock.instant(), open.cause()))
                .toList();
    }
}

package org.laurel.enrollment.importing.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.laurel.enrollment.importing.db.ImportTable;
import org.laurel.kit.domain.Cause;

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
     * @param kind of its rows, or {@code oneroster}
     * @param dryRun whether rows are only tried out
     */
    public record Open(String kind, boolean dryRun, Cause cause) {}

    /** Opens them and returns their ids. */
    @Transactional
    public List<Long> apply(List<Open> commands) {
        return commands.stream()
                .map(open -> imports.open(open.kind(), open.dryRun(), clock.instant(), open.cause()))
                .toList();
    }
}

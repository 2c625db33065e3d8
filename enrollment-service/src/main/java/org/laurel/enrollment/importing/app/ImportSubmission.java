package org.laurel.enrollment.importing.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.enrollment.importing.app.ImportOpening.Open;
import org.laurel.enrollment.importing.app.PartTaking.Take;

/** Opens an import, takes its only part and starts it: all or nothing. */
@ApplicationScoped
public class ImportSubmission {

    private final ImportOpening opening;
    private final PartTaking taking;
    private final ImportStarting starting;

    ImportSubmission(ImportOpening opening, PartTaking taking, ImportStarting starting) {
        this.opening = opening;
        this.taking = taking;
        this.starting = starting;
    }

    /** An import of one file. */
    public record Submission(Open open, SentFile file) {}

    /** Submits them and returns their ids. */
    @Transactional
    public List<Long> apply(List<Submission> commands) {
        List<Long> ids = opening.apply(commands.stream().map(Submission::open).toList());
        for (int i = 0; i < ids.size(); i++) {
            taking.apply(List.of(new Take(ids.get(i), 1, commands.get(i).file())));
        }
        starting.apply(ids);
        return ids;
    }
}

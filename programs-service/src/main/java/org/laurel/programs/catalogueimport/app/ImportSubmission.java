package org.laurel.programs.catalogueimport.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.programs.catalogueimport.app.ImportOpening.Open;
import org.laurel.programs.catalogueimport.app.PartTaking.Take;
import org.laurel.programs.catalogueimport.domain.ItemKind;

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

    /** An import of one document. */
    public record Submission(Open open, ItemKind usual, String document) {}

    /** Submits them and returns their ids. */
    @Transactional
    public List<Long> apply(List<Submission> commands) {
        List<Long> ids = opening.apply(commands.stream().map(Submission::open).toList());
        for (int i = 0; i < ids.size(); i++) {
            Submission command = commands.get(i);
            taking.apply(List.of(new Take(ids.get(i), 1, command.usual(), command.document())));
        }
        starting.apply(ids);
        return ids;
    }
}

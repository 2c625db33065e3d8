package org.laurel.programs.catalogue.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.catalogue.domain.DefineProgram;
import org.laurel.programs.catalogue.domain.Definition;
import org.laurel.programs.evaluation.domain.AwardingBasis;

/** Creates and replaces programs. What a change means for learners is left to a job. */
@ApplicationScoped
public class ProgramDefinition {

    private final KeyLocks locks;
    private final ProgramWriting writing;

    ProgramDefinition(KeyLocks locks, ProgramWriting writing) {
        this.locks = locks;
        this.writing = writing;
    }

    /** Defines programs; of several definitions of one program the last counts. Returns what became of each command. */
    @Transactional
    public List<Definition> apply(List<DefineProgram> commands) {
        locks.lock(commands.stream()
                .map(command -> command.program().uuid().toString())
                .toList());
        locks.change(List.of(AwardingBasis.KEY));
        return writing.write(commands);
    }
}

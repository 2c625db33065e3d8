package org.laurel.programs.catalogue.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.catalogue.domain.DefineProgram;
import org.laurel.programs.catalogue.domain.Definition;

/** Creates and replaces programs. What a change means for learners is left to a job. */
@ApplicationScoped
public class ProgramDefinition {

    /**
     * The kind of the job that awards what a program newly allows. Its subject is the program's uuid, {@code @} and the version:
     * each change has a job of its own, since one that runs already may have passed the learners whom the change is about.
     */
    public static final String JOB = "program-evaluation";

    /**
     * The kind of the job that makes the awards that wait for a program to be allowed to make them. Its subject is the program's
     * uuid, {@code @} and what tells the change from others, for the same reason.
     */
    public static final String WAITING = "waiting-awards";

    /**
     * Held by everybody who awards by the catalogue, so that it does not change under them. Whoever takes other locks as well
     * takes them before this one, except that of the signatories: the order is in ADR 0030.
     */
    public static final String CATALOGUE = "catalogue";

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
        locks.change(List.of(CATALOGUE));
        return writing.write(commands);
    }
}

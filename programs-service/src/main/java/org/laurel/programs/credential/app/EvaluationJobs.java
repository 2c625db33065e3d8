package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.catalogue.app.ProgramDefinition;

/**
 * Queues the jobs that award what a change of settings, configurations or the catalogue newly allows. Nothing is ever taken
 * back by them.
 */
@ApplicationScoped
public class EvaluationJobs {

    /** The kind of the job that looks at every learner whom an award awaits. Its subject tells the change, which makes it unique. */
    static final String EVERYTHING = "credential-evaluation";

    private final KeyLocks locks;
    private final Jobs jobs;

    EvaluationJobs(KeyLocks locks, Jobs jobs) {
        this.locks = locks;
        this.jobs = jobs;
    }

    /**
     * Queues the jobs in the transaction of the change, and waits until nobody awards by what was before: a learner who is
     * decided after this sees the change, and one who was decided before is seen by the job.
     *
     * @param programs whose waiting awards are to be looked at, each by a job of its own; null for those of all by one
     * @param change what makes this change different from all others of the same programs, such as a kind and a version
     * @param by who makes it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void submit(@Nullable Collection<UUID> programs, String change, String by) {
        locks.change(List.of(ProgramDefinition.CATALOGUE));
        if (programs == null) {
            jobs.submit(EVERYTHING, change, by);
        } else {
            jobs.submit(
                    ProgramDefinition.WAITING,
                    programs.stream()
                            .distinct()
                            .map(uuid -> uuid + "@" + change)
                            .toList(),
                    by);
        }
    }
}

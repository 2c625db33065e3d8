package org.laurel.programs.evaluation.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.evaluation.domain.AwardingBasis;

/**
 * Queues the jobs that award what a change of settings, configurations or the catalogue newly allows. Nothing is ever taken
 * back by them.
 */
@ApplicationScoped
public class EvaluationJobs {

    /** The kind of the job that looks at every learner whom an award awaits. Its subject tells the change, and is unique. */
    public static final String EVERYTHING = "credential-evaluation";

    /**
     * The kind of the job that awards what a program newly allows. Its subject is the program's uuid, {@code @} and the
     * version: each change has a job of its own, since one that runs already may have passed the learners whom the change is
     * about.
     */
    public static final String PROGRAM = "program-evaluation";

    /**
     * The kind of the job that makes the awards that wait for a program to be allowed to make them. Its subject is the
     * program's uuid, {@code @} and what tells the change from others, for the same reason.
     */
    public static final String WAITING = "waiting-awards";

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
        locks.change(List.of(AwardingBasis.KEY));
        if (programs == null) {
            jobs.submit(EVERYTHING, change, by);
        } else {
            jobs.submit(
                    WAITING,
                    programs.stream()
                            .distinct()
                            .map(uuid -> uuid + "@" + change)
                            .toList(),
                    by);
        }
    }
}

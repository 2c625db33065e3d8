package org.laurel.kit.retirement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;

/** Erases the personal data of learners who are retired already once more, should something have been left. */
@ApplicationScoped
public class ErasureRepeat {

    private final KeyLocks locks;
    private final TraceErasure traces;

    ErasureRepeat(KeyLocks locks, TraceErasure traces) {
        this.locks = locks;
        this.traces = traces;
    }

    /** Erases, and returns how many rows still held something. */
    @Transactional
    public long apply(List<LearnerId> learners) {
        locks.lock(learners.stream().map(LearnerId::value).toList());
        return traces.erase(Set.copyOf(learners)).rows();
    }
}

package org.laurel.programs.enrollment.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.enrollment.db.EntitlementStore;
import org.laurel.programs.enrollment.domain.TakeEntitlement;

/** Takes in which courses learners are entitled to. */
@ApplicationScoped
public class EntitlementRecording {

    private final KeyLocks locks;
    private final EntitlementStore entitlements;

    EntitlementRecording(KeyLocks locks, EntitlementStore entitlements) {
        this.locks = locks;
        this.entitlements = entitlements;
    }

    /** Takes versions in; their order and repetition make no difference to what is kept. */
    @Transactional
    public void apply(List<TakeEntitlement> commands) {
        locks.lock(commands.stream().map(command -> command.learnerId().value()).toList());
        entitlements.save(commands);
    }
}

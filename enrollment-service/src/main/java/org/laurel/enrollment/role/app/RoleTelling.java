package org.laurel.enrollment.role.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.role.db.RoleTable;
import org.laurel.enrollment.role.domain.AccessRole;
import org.laurel.enrollment.role.domain.RoleFact;
import org.laurel.enrollment.role.domain.RoleKey;
import org.laurel.enrollment.role.domain.RoleScope;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;
import org.laurel.kit.reconcile.Listing;
import org.laurel.kit.reconcile.ReconcileSource;

/** Tells of roles once more, those that were taken away included. */
@ApplicationScoped
class RoleTelling implements ReconcileSource {

    private static final Listing LISTING = new Listing(
            "course_role",
            List.of(
                    Listing.Key.text("learner_id"),
                    Listing.Key.text("org"),
                    Listing.Key.text("course_key"),
                    Listing.Key.text("role")),
            Listing.NOT_RETIRED,
            Listing.LEARNERS,
            Listing.RUN,
            Listing.history("course_role", "learner_id", "org", "course_key", "role"));

    private final KeyLocks locks;
    private final RoleTable roles;
    private final Outbox outbox;

    RoleTelling(KeyLocks locks, RoleTable roles, Outbox outbox) {
        this.locks = locks;
        this.roles = roles;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "course_roles";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Listing listing() {
        return LISTING;
    }

    @Override
    public int tell(List<List<String>> keys, Cause cause) {
        locks.lock(keys.stream().map(List::getFirst).toList());
        List<RoleFact> facts = roles.find(keys.stream().map(RoleTelling::key).toList()).values().stream()
                .<RoleFact>map(role -> new RoleFact.RoleChanged(role, cause))
                .toList();
        outbox.append(facts);
        return facts.size();
    }

    private static RoleKey key(List<String> key) {
        return new RoleKey(
                new LearnerId(key.get(0)),
                RoleScope.of(key.get(1), key.get(2)),
                AccessRole.named(key.get(3)).orElseThrow());
    }
}

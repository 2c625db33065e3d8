package org.laurel.enrollment.retirement.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.db.ReservedNames;
import org.laurel.enrollment.retirement.db.RetirementTable;
import org.laurel.enrollment.retirement.domain.ChangeState;
import org.laurel.enrollment.retirement.domain.LearnerRetirement;
import org.laurel.enrollment.retirement.domain.RetirementOutcome;
import org.laurel.enrollment.retirement.domain.RetirementPolicy;
import org.laurel.enrollment.retirement.domain.RetirementStates;
import org.laurel.kit.lock.KeyLocks;

/** Sets states of retirements as a driver says: forward only, and none after a dead end. */
@ApplicationScoped
public class StateChanging {

    private final KeyLocks locks;
    private final ReservedNames names;
    private final RetirementTable table;
    private final RetirementPolicy policy;

    StateChanging(KeyLocks locks, ReservedNames names, RetirementTable table, RetirementPolicy policy) {
        this.locks = locks;
        this.names = names;
        this.table = table;
        this.policy = policy;
    }

    /** Sets them, and returns an outcome for each. */
    @Transactional
    public List<RetirementOutcome> apply(List<ChangeState> commands) {
        Map<String, String> digests =
                names.digests(commands.stream().map(ChangeState::username).toList());
        locks.lock(table.byDigest(digests.values()).values().stream()
                .map(retirement -> retirement.learnerId().value())
                .toList());
        Map<String, LearnerRetirement> known = table.byDigest(digests.values());
        List<RetirementOutcome> outcomes = new ArrayList<>(commands.size());
        List<RetirementTable.Move> moves = new ArrayList<>();
        for (ChangeState command : commands) {
            String digest = digests.getOrDefault(command.username(), "");
            RetirementOutcome outcome = decide(known.get(digest), command);
            outcomes.add(outcome);
            if (outcome instanceof RetirementOutcome.Done done) {
                known.put(digest, done.retirement());
                // What a driver says may name the learner: of a retired one nothing new is kept.
                String response = done.retirement().isOpen() ? command.response() + "\n" : "";
                moves.add(new RetirementTable.Move(done.retirement(), response, command.cause()));
            }
        }
        table.move(moves);
        return outcomes;
    }

    private RetirementOutcome decide(@Nullable LearnerRetirement retirement, ChangeState command) {
        if (retirement == null) {
            return new RetirementOutcome.Unknown();
        }
        String objection = policy.states().objection(retirement.state(), command.state());
        if (objection != null) {
            return new RetirementOutcome.Refused(objection);
        }
        boolean completes = command.state().equals(RetirementStates.COMPLETE);
        if (completes && retirement.retiredAt() == null) {
            return new RetirementOutcome.Refused("The learner has not been retired yet.");
        }
        return new RetirementOutcome.Done(retirement.in(command.state(), command.at()));
    }
}

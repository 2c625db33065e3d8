package org.laurel.enrollment.retirement.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.app.LearnerRegistration;
import org.laurel.enrollment.learner.db.ReservedNames;
import org.laurel.enrollment.learner.domain.AmendLearner;
import org.laurel.enrollment.learner.domain.Amendment;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.retirement.db.RetirementTable;
import org.laurel.enrollment.retirement.domain.CancelRetirement;
import org.laurel.enrollment.retirement.domain.LearnerRetirement;
import org.laurel.enrollment.retirement.domain.RetirementOutcome;
import org.laurel.enrollment.retirement.domain.RetirementOutcome.Done;
import org.laurel.enrollment.retirement.domain.RetirementStates;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Lets learners stay after all: they get back their email address and are as active as they were. */
@ApplicationScoped
public class RetirementCancelling {

    private final KeyLocks locks;
    private final LearnerRegistration registration;
    private final ReservedNames names;
    private final RetirementTable table;

    RetirementCancelling(KeyLocks locks, LearnerRegistration registration, ReservedNames names, RetirementTable table) {
        this.locks = locks;
        this.registration = registration;
        this.names = names;
        this.table = table;
    }

    /**
     * Cancels, and returns an outcome for each.
     *
     * @throws ProblemException 409 when an account cannot become what it was; then nothing at all is cancelled
     */
    @Transactional
    public List<RetirementOutcome> apply(List<CancelRetirement> commands) {
        List<Long> ids = commands.stream().map(CancelRetirement::id).distinct().toList();
        locks.lock(table.find(ids).values().stream()
                .map(retirement -> retirement.learnerId().value())
                .toList());
        Map<Long, LearnerRetirement> known = table.find(ids);
        List<RetirementOutcome> outcomes = new ArrayList<>(commands.size());
        List<RetirementTable.Move> moves = new ArrayList<>();
        List<AmendLearner> stays = new ArrayList<>();
        for (CancelRetirement command : commands) {
            LearnerRetirement retirement = known.get(command.id());
            RetirementOutcome outcome = decide(retirement, command);
            outcomes.add(outcome);
            if (retirement != null && outcome instanceof Done done) {
                known.put(command.id(), done.retirement());
                moves.add(new RetirementTable.Move(done.retirement(), "", command.cause()));
                stays.add(stay(retirement, command));
            }
        }
        table.move(moves);
        names.free(stays.stream().map(AmendLearner::id).toList());
        registration.apply(stays).forEach(RetirementCancelling::demandChange);
        return outcomes;
    }

    /** The learner is not to stay without the account that goes with it. */
    private static void demandChange(LearnerOutcome outcome) {
        switch (outcome) {
            case LearnerOutcome.Changed changed -> {}
            case LearnerOutcome.Unchanged unchanged -> {}
            case LearnerOutcome.Refused refused -> throw conflict(refused.objection());
            case LearnerOutcome.Unknown unknown -> throw conflict(Objection.RETIRED);
        }
    }

    private static ProblemException conflict(Objection objection) {
        return new ProblemException(Problem.of(409, objection.code(), objection.detail()));
    }

    private static RetirementOutcome decide(@Nullable LearnerRetirement retirement, CancelRetirement command) {
        if (retirement == null) {
            return new RetirementOutcome.Unknown();
        }
        if (retirement.cancelledAt() != null) {
            return new RetirementOutcome.Already(retirement);
        }
        if (retirement.retiredAt() != null) {
            return new RetirementOutcome.Refused("The learner is retired for good.");
        }
        if (command.pendingOnly() && !retirement.state().equals(RetirementStates.PENDING)) {
            return new RetirementOutcome.Refused("Only a pending retirement can be cancelled.");
        }
        return new Done(retirement.cancelled(command.at()));
    }

    private static AmendLearner stay(LearnerRetirement retirement, CancelRetirement command) {
        return new AmendLearner(
                retirement.learnerId(),
                List.of(
                        new Amendment.Email(retirement.original().email()),
                        new Amendment.Active(retirement.wasActive())),
                new BusinessTime.Asked(command.at(), command.cause().id()),
                command.cause());
    }
}

package org.laurel.enrollment.namechange.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.app.LearnerRegistration;
import org.laurel.enrollment.learner.domain.AmendLearner;
import org.laurel.enrollment.learner.domain.Amendment;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.namechange.domain.ReplaceName;
import org.laurel.enrollment.profile.app.ProfileAmending;
import org.laurel.enrollment.profile.domain.AmendProfile;
import org.laurel.enrollment.profile.domain.ProfileAmendment;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Gives learners other names and remembers the old ones in {@code meta.old_names}. */
@ApplicationScoped
public class NameReplacement {

    private final LearnerRegistration learners;
    private final ProfileAmending profiles;

    NameReplacement(LearnerRegistration learners, ProfileAmending profiles) {
        this.learners = learners;
        this.profiles = profiles;
    }

    /**
     * Applies the commands, one per learner, as of now.
     *
     * @throws ProblemException when the account cannot change at all; what the transaction has done so far is undone
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void apply(List<ReplaceName> commands, Instant now) {
        List<LearnerOutcome> outcomes = learners.apply(commands.stream()
                .map(command -> new AmendLearner(
                        command.learnerId(),
                        List.of(new Amendment.Name(command.name())),
                        new BusinessTime.Asked(now, command.cause().id()),
                        command.cause()))
                .toList());
        List<AmendProfile> memories = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            ReplaceName command = commands.get(i);
            if (outcomes.get(i) instanceof LearnerOutcome.Refused refused) {
                throw refused(refused.objection());
            }
            if (outcomes.get(i) instanceof LearnerOutcome.Changed changed && changed.before() != null) {
                String old = changed.before().account().name();
                memories.add(new AmendProfile(
                        command.learnerId(),
                        List.of(new ProfileAmendment.Remembered(
                                "old_names", List.of(old, command.why(), now.toString()))),
                        command.cause()));
            }
        }
        profiles.apply(memories);
    }

    private static ProblemException refused(Objection objection) {
        return new ProblemException(Problem.of(objection.isClash() ? 409 : 400, objection.code(), objection.detail()));
    }
}

package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.catalogue.db.StoredProgramQuery;
import org.laurel.programs.catalogue.domain.StoredProgram;
import org.laurel.programs.credential.domain.EvaluateLearner;
import org.laurel.programs.credential.domain.Evaluation;
import org.laurel.programs.evaluation.domain.AwardingBasis;

/** Awards what a changed program newly allows; takes nothing back. */
@ApplicationScoped
public class ProgramEvaluation {

    private final KeyLocks locks;
    private final StoredProgramQuery programs;
    private final ProgramAwarding awarding;
    private final CredentialTelling telling;

    ProgramEvaluation(
            KeyLocks locks, StoredProgramQuery programs, ProgramAwarding awarding, CredentialTelling telling) {
        this.locks = locks;
        this.programs = programs;
        this.awarding = awarding;
        this.telling = telling;
    }

    /** Evaluates; learners who do not complete the program, and unknown programs, are left alone. */
    @Transactional
    public void apply(List<EvaluateLearner> commands) {
        locks.lock(commands.stream().map(command -> command.learnerId().value()).toList());
        locks.hold(List.of(AwardingBasis.KEY));
        Map<UUID, StoredProgram> known = programs.load(
                commands.stream().map(EvaluateLearner::programUuid).collect(Collectors.toSet()));
        List<Evaluation> evaluations = commands.stream()
                .flatMap(command -> Stream.ofNullable(known.get(command.programUuid()))
                        .map(program -> new Evaluation(command.learnerId(), program, List.of(), command.cause())))
                .toList();
        telling.tell(awarding.award(evaluations));
    }
}

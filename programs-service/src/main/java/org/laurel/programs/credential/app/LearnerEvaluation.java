package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.catalogue.db.StoredProgramQuery;
import org.laurel.programs.catalogue.domain.StoredProgram;
import org.laurel.programs.credential.db.CountedStandings;
import org.laurel.programs.credential.db.WaitingQuery;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.CredentialFact;
import org.laurel.programs.credential.domain.Evaluation;
import org.laurel.programs.evaluation.domain.AwardingBasis;

/** Makes all awards of learners that nothing stands in the way of any more; takes nothing back. */
@ApplicationScoped
public class LearnerEvaluation {

    private final KeyLocks locks;
    private final WaitingQuery waiting;
    private final CourseCrediting crediting;
    private final CountedStandings counted;
    private final StoredProgramQuery programs;
    private final ProgramAwarding awarding;
    private final CredentialTelling telling;

    LearnerEvaluation(
            KeyLocks locks,
            WaitingQuery waiting,
            CourseCrediting crediting,
            CountedStandings counted,
            StoredProgramQuery programs,
            ProgramAwarding awarding,
            CredentialTelling telling) {
        this.locks = locks;
        this.waiting = waiting;
        this.crediting = crediting;
        this.counted = counted;
        this.programs = programs;
        this.awarding = awarding;
        this.telling = telling;
    }

    /** Looks at every course run and program of the learners. */
    @Transactional
    public void apply(List<LearnerId> learners, Cause cause) {
        locks.lock(learners.stream().map(LearnerId::value).toList());
        Map<CaseKey, Cause> cases = new LinkedHashMap<>();
        waiting.cases(learners).forEach(key -> cases.put(key, cause));
        List<CredentialFact> told = new ArrayList<>(crediting.settle(cases));
        locks.hold(List.of(AwardingBasis.KEY));
        told.addAll(awarding.award(evaluations(learners, cause)));
        telling.tell(told);
    }

    private List<Evaluation> evaluations(List<LearnerId> learners, Cause cause) {
        Map<LearnerId, Map<CourseKey, CourseStanding>> held = counted.ofLearners(learners);
        Map<LearnerId, Set<UUID>> earned = waiting.programs(learners);
        Set<CourseKey> runs =
                held.values().stream().flatMap(each -> each.keySet().stream()).collect(Collectors.toSet());
        Map<UUID, StoredProgram> known = new LinkedHashMap<>(programs.containing(runs));
        known.putAll(programs.load(earned.values().stream().flatMap(Set::stream).collect(Collectors.toSet())));
        List<Evaluation> evaluations = new ArrayList<>();
        for (StoredProgram program : known.values()) {
            Set<CourseKey> asked = new HashSet<>(program.program().courseKeys());
            for (LearnerId learner : learners) {
                boolean waits = earned.getOrDefault(learner, Set.of())
                        .contains(program.program().uuid());
                boolean holds = held.getOrDefault(learner, Map.of()).entrySet().stream()
                        .anyMatch(entry -> entry.getValue().isAwarded() && asked.contains(entry.getKey()));
                if (waits || holds) {
                    evaluations.add(new Evaluation(learner, program, List.of(), cause));
                }
            }
        }
        return evaluations;
    }
}

package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.catalogue.db.StoredProgramQuery;
import org.laurel.programs.catalogue.domain.StoredProgram;
import org.laurel.programs.configuration.db.CourseCertificateStore;
import org.laurel.programs.credential.db.PendingAwardStore;
import org.laurel.programs.credential.db.ProgramCredentialStore.Subject;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CredentialFact;
import org.laurel.programs.credential.domain.Evaluation;
import org.laurel.programs.credential.domain.RepairLearner;
import org.laurel.programs.credential.domain.RepairRule;
import org.laurel.programs.credential.domain.Repaired;
import org.laurel.programs.credential.domain.Repaired.Outcome;
import org.laurel.programs.evaluation.domain.AwardingBasis;

/**
 * Brings the credentials of learners in line with all that is known of them: what is missing is awarded, and what nothing supports
 * is revoked, as far as the repair's rule allows. What comes out is what the facts would have led to as they came.
 */
@ApplicationScoped
public class CredentialRepairing {

    private final KeyLocks locks;
    private final StoredProgramQuery programs;
    private final RepairCases cases;
    private final CourseCrediting crediting;
    private final ProgramAwarding awarding;
    private final PendingAwardStore pending;
    private final CredentialTelling telling;

    CredentialRepairing(
            KeyLocks locks,
            StoredProgramQuery programs,
            RepairCases cases,
            CourseCrediting crediting,
            ProgramAwarding awarding,
            PendingAwardStore pending,
            CredentialTelling telling) {
        this.locks = locks;
        this.programs = programs;
        this.cases = cases;
        this.crediting = crediting;
        this.awarding = awarding;
        this.pending = pending;
        this.telling = telling;
    }

    /**
     * Repairs; the commands follow one rule. The number of statements does not depend on the number of commands.
     *
     * @return what came out for every credential that was looked at
     */
    @Transactional
    public List<Repaired> apply(List<RepairLearner> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        locks.lock(commands.stream().map(command -> command.learnerId().value()).toList());
        RepairRule rule = commands.getFirst().rule();
        Set<UUID> uuids = commands.stream()
                .flatMap(command -> command.programs().stream())
                .collect(Collectors.toSet());
        // The dates of runs are held before the catalogue, and which runs these are only the catalogue tells: so it is
        // asked once more when nobody changes it. A run that a program gets in between is left to the next repair.
        Set<CaseKey> asked = cases.known(commands, programs.load(uuids).values());
        locks.hold(CourseCertificateStore.subjects(
                asked.stream().map(CaseKey::courseKey).collect(Collectors.toSet())));
        locks.hold(List.of(AwardingBasis.KEY));
        Map<UUID, StoredProgram> known = programs.load(uuids);
        List<CredentialFact> told =
                new ArrayList<>(crediting.settle(cases.allowed(asked, commands, known.values(), rule)));
        List<Evaluation> evaluations = evaluations(commands, known);
        told.addAll(awarding.award(evaluations));
        telling.tell(told);
        return repaired(evaluations, told);
    }

    private static List<Evaluation> evaluations(List<RepairLearner> commands, Map<UUID, StoredProgram> known) {
        return commands.stream()
                .flatMap(command -> command.programs().stream()
                        .flatMap(uuid -> Stream.ofNullable(known.get(uuid)))
                        .map(program ->
                                Evaluation.repairing(command.learnerId(), program, command.rule(), command.cause())))
                .toList();
    }

    private List<Repaired> repaired(List<Evaluation> evaluations, List<CredentialFact> told) {
        List<Repaired> repaired =
                new ArrayList<>(told.stream().map(Repaired::of).toList());
        Set<Subject> changed = new HashSet<>();
        repaired.forEach(each -> {
            if (each.programUuid() != null) {
                changed.add(new Subject(each.learnerId(), each.programUuid()));
            }
        });
        Set<Subject> left = evaluations.stream()
                .map(CredentialRepairing::subject)
                .filter(subject -> !changed.contains(subject))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Subject> waiting = waiting(left);
        left.forEach(subject -> repaired.add(new Repaired(
                subject.learnerId(),
                subject.programUuid(),
                waiting.contains(subject) ? Outcome.PENDING : Outcome.UNCHANGED)));
        return repaired;
    }

    private Set<Subject> waiting(Set<Subject> subjects) {
        return pending.programs(
                        subjects.stream().map(Subject::learnerId).collect(Collectors.toSet()),
                        subjects.stream().map(Subject::programUuid).collect(Collectors.toSet()))
                .keySet();
    }

    private static Subject subject(Evaluation evaluation) {
        return new Subject(
                evaluation.learnerId(), evaluation.program().program().uuid());
    }
}

package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.credential.db.CourseCredentialStore;
import org.laurel.programs.credential.db.ProgramCredentialStore;
import org.laurel.programs.credential.db.ProgramCredentialStore.Subject;
import org.laurel.programs.credential.db.ProgramCredentialStore.Written;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CourseCredential;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.CredentialFact;
import org.laurel.programs.credential.domain.Evaluation;
import org.laurel.programs.credential.domain.ProgramCredential;
import org.laurel.programs.credential.domain.ProgramDecision;
import org.laurel.programs.credential.domain.ProgramStanding;

/** Decides program credentials and saves them: three statements, whatever the number of evaluations. */
@ApplicationScoped
class ProgramAwarding {

    private final CourseCredentialStore courses;
    private final ProgramCredentialStore programs;

    ProgramAwarding(CourseCredentialStore courses, ProgramCredentialStore programs) {
        this.courses = courses;
        this.programs = programs;
    }

    /**
     * Awards and revokes. The caller has saved the changed course credentials, and keeps the learners' keys and the catalogue.
     *
     * @return the facts to tell
     */
    List<CredentialFact> award(List<Evaluation> evaluations) {
        if (evaluations.isEmpty()) {
            return List.of();
        }
        Map<LearnerId, Map<CourseKey, CourseStanding>> standings = standings(evaluations);
        Map<Subject, ProgramCredential> stored = stored(evaluations);
        List<Written> written = new ArrayList<>();
        List<CredentialFact> told = new ArrayList<>();
        for (Evaluation evaluation : evaluations) {
            Program program = evaluation.program().program();
            Subject subject = new Subject(evaluation.learnerId(), program.uuid());
            @Nullable ProgramCredential before = stored.get(subject);
            ProgramDecision decision = evaluation.decide(
                    before == null ? null : before.standing(),
                    standings.getOrDefault(evaluation.learnerId(), Map.of()));
            if (decision instanceof ProgramDecision.Changed changed) {
                ProgramCredential after = next(subject, before, changed.standing());
                written.add(new Written(after, evaluation.cause()));
                CredentialFact.of(decision, after, program, evaluation.cause()).ifPresent(told::add);
            }
        }
        programs.save(written);
        return told;
    }

    private static ProgramCredential next(
            Subject subject, @Nullable ProgramCredential before, ProgramStanding standing) {
        return new ProgramCredential(
                subject.learnerId(),
                subject.programUuid(),
                before == null ? UUID.randomUUID() : before.uuid(),
                standing,
                before == null ? 1 : before.version() + 1);
    }

    private Map<LearnerId, Map<CourseKey, CourseStanding>> standings(List<Evaluation> evaluations) {
        List<CourseKey> runs = evaluations.stream()
                .map(evaluation -> evaluation.program().program())
                .distinct()
                .flatMap(program -> program.courseKeys().stream())
                .distinct()
                .toList();
        Map<CaseKey, CourseCredential> held = courses.load(learners(evaluations), runs);
        Map<LearnerId, Map<CourseKey, CourseStanding>> standings = new HashMap<>();
        held.forEach((key, credential) -> standings
                .computeIfAbsent(key.learnerId(), learner -> new HashMap<>())
                .put(key.courseKey(), credential.standing()));
        return standings;
    }

    private Map<Subject, ProgramCredential> stored(List<Evaluation> evaluations) {
        return programs.load(
                learners(evaluations),
                evaluations.stream()
                        .map(evaluation -> evaluation.program().program().uuid())
                        .collect(Collectors.toSet()));
    }

    private static List<LearnerId> learners(List<Evaluation> evaluations) {
        return evaluations.stream().map(Evaluation::learnerId).distinct().toList();
    }
}

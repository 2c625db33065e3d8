package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
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
import org.laurel.programs.catalogue.app.ProgramDefinition;
import org.laurel.programs.catalogue.db.ProgramStore;
import org.laurel.programs.catalogue.domain.StoredProgram;
import org.laurel.programs.credential.db.CertificateLog;
import org.laurel.programs.credential.db.CourseCredentialStore;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.CourseChange;
import org.laurel.programs.credential.domain.CourseCredential;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.CredentialFact;
import org.laurel.programs.credential.domain.Evaluation;

/**
 * Brings course credentials in line with all facts that are stored about them, and then the program credentials that depend on
 * them. Whatever may change a course credential stores its facts and calls this.
 */
@ApplicationScoped
class CourseCrediting {

    private final KeyLocks locks;
    private final CertificateLog certificates;
    private final CourseCredentialStore credentials;
    private final ProgramStore programs;
    private final ProgramAwarding awarding;

    CourseCrediting(
            KeyLocks locks,
            CertificateLog certificates,
            CourseCredentialStore credentials,
            ProgramStore programs,
            ProgramAwarding awarding) {
        this.locks = locks;
        this.certificates = certificates;
        this.credentials = credentials;
        this.programs = programs;
        this.awarding = awarding;
    }

    /**
     * Decides and saves. The number of statements does not depend on the number of cases.
     *
     * @param causes the cases that may have changed, each with what led to it; the caller holds the learners' keys
     * @return the facts to tell
     */
    List<CredentialFact> settle(Map<CaseKey, Cause> causes) {
        List<CourseChange> changes = changes(causes, standings(causes.keySet()));
        credentials.save(changes);
        List<CredentialFact> told = new ArrayList<>();
        changes.forEach(change -> CredentialFact.of(change).ifPresent(told::add));
        told.addAll(awarding.award(evaluations(changes)));
        return told;
    }

    /** What all facts about each case amount to; cases in which nothing was ever granted are left out. */
    private Map<CaseKey, CourseStanding> standings(Collection<CaseKey> cases) {
        Map<CaseKey, List<CertificateVersion>> versions = certificates.load(cases);
        Map<CaseKey, CourseStanding> standings = new LinkedHashMap<>();
        cases.forEach(key -> {
            CourseStanding folded = CourseStanding.fold(versions.getOrDefault(key, List.of()));
            if (folded != null) {
                standings.put(key, folded);
            }
        });
        return standings;
    }

    private List<CourseChange> changes(Map<CaseKey, Cause> causes, Map<CaseKey, CourseStanding> standings) {
        Map<CaseKey, CourseCredential> stored = credentials.load(
                causes.keySet().stream().map(CaseKey::learnerId).collect(Collectors.toSet()),
                causes.keySet().stream().map(CaseKey::courseKey).collect(Collectors.toSet()));
        List<CourseChange> changes = new ArrayList<>();
        causes.forEach(
                (key, cause) -> CourseChange.decide(key, stored.get(key), standings.get(key), UUID.randomUUID(), cause)
                        .ifPresent(changes::add));
        return changes;
    }

    /** Whose completion of which program the changes touch. */
    private List<Evaluation> evaluations(List<CourseChange> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        // From here on nobody changes a program before we have committed.
        locks.hold(List.of(ProgramDefinition.CATALOGUE));
        Map<LearnerId, List<CourseChange>> byLearner = changes.stream()
                .collect(Collectors.groupingBy(
                        change -> change.after().key().learnerId(), LinkedHashMap::new, Collectors.toList()));
        Set<CourseKey> touched =
                changes.stream().map(change -> change.after().key().courseKey()).collect(Collectors.toSet());
        List<Evaluation> evaluations = new ArrayList<>();
        for (StoredProgram program : programs.containing(touched).values()) {
            Set<CourseKey> runs = new HashSet<>(program.program().courseKeys());
            byLearner.forEach((learner, all) -> {
                List<CourseChange> here = all.stream()
                        .filter(change -> runs.contains(change.after().key().courseKey()))
                        .toList();
                if (!here.isEmpty()) {
                    evaluations.add(new Evaluation(
                            learner, program, here, here.getLast().cause()));
                }
            });
        }
        return evaluations;
    }
}

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
import org.laurel.kit.outbox.Outbox;
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
import org.laurel.programs.credential.domain.TakeCertificate;
import org.laurel.programs.learner.db.LearnerDirectory;

/**
 * Keeps credentials by certificates: takes versions of course certificates in, folds them into course credentials, and awards
 * or revokes the program credentials that depend on these, in one transaction. The number of statements does not depend on the
 * number of commands.
 */
@ApplicationScoped
public class CredentialKeeping {

    private final KeyLocks locks;
    private final LearnerDirectory learners;
    private final CertificateLog certificates;
    private final CourseCredentialStore credentials;
    private final ProgramStore programs;
    private final ProgramAwarding awarding;
    private final Outbox outbox;

    CredentialKeeping(
            KeyLocks locks,
            LearnerDirectory learners,
            CertificateLog certificates,
            CourseCredentialStore credentials,
            ProgramStore programs,
            ProgramAwarding awarding,
            Outbox outbox) {
        this.locks = locks;
        this.learners = learners;
        this.certificates = certificates;
        this.credentials = credentials;
        this.programs = programs;
        this.awarding = awarding;
        this.outbox = outbox;
    }

    /** Takes the commands in; their order and repetition make no difference to which credentials hold. */
    @Transactional
    public void apply(List<TakeCertificate> commands) {
        if (commands.isEmpty()) {
            return;
        }
        locks.lock(commands.stream()
                .map(command -> command.key().learnerId().value())
                .toList());
        learners.save(commands.stream().map(TakeCertificate::learner).toList());
        certificates.append(commands);
        List<CourseChange> changes = changes(commands);
        credentials.save(changes);
        List<CredentialFact> told = new ArrayList<>();
        changes.forEach(change -> CredentialFact.of(change).ifPresent(told::add));
        told.addAll(awarding.award(evaluations(changes)));
        outbox.append(told);
    }

    private List<CourseChange> changes(List<TakeCertificate> commands) {
        Map<CaseKey, Cause> causes = new LinkedHashMap<>();
        commands.forEach(command -> causes.put(command.key(), command.cause()));
        Map<CaseKey, List<CertificateVersion>> versions = certificates.load(causes.keySet());
        Map<CaseKey, CourseCredential> stored = credentials.load(
                causes.keySet().stream().map(CaseKey::learnerId).collect(Collectors.toSet()),
                causes.keySet().stream().map(CaseKey::courseKey).collect(Collectors.toSet()));
        List<CourseChange> changes = new ArrayList<>();
        causes.forEach((key, cause) -> {
            CourseStanding folded = CourseStanding.fold(versions.getOrDefault(key, List.of()));
            CourseChange.decide(key, stored.get(key), folded, UUID.randomUUID(), cause)
                    .ifPresent(changes::add);
        });
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

package org.laurel.programs.configuration.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.configuration.db.ProgramCertificateStore;
import org.laurel.programs.configuration.db.ProgramCertificateStore.Written;
import org.laurel.programs.configuration.db.SignatoryStore;
import org.laurel.programs.configuration.domain.ConfigureProgram;
import org.laurel.programs.configuration.domain.ProgramConfigured;
import org.laurel.programs.configuration.domain.ProgramConfigured.Changed;
import org.laurel.programs.configuration.domain.StoredProgramCertificate;
import org.laurel.programs.evaluation.app.EvaluationJobs;
import org.laurel.programs.evaluation.domain.AwardingBasis;

/**
 * Changes how programs are certified. A configuration that becomes active lets a job make the credentials that wait for it; one
 * that ceases to be takes nothing back.
 */
@ApplicationScoped
public class ProgramConfiguring {

    private final KeyLocks locks;
    private final ProgramCertificateStore certificates;
    private final SignatoryStore signatories;
    private final Jobs jobs;

    ProgramConfiguring(KeyLocks locks, ProgramCertificateStore certificates, SignatoryStore signatories, Jobs jobs) {
        this.locks = locks;
        this.certificates = certificates;
        this.signatories = signatories;
        this.jobs = jobs;
    }

    /** Applies the commands and returns what became of each, in order. */
    @Transactional
    public List<ProgramConfigured> apply(List<ConfigureProgram> commands) {
        List<UUID> uuids =
                commands.stream().map(ConfigureProgram::programUuid).distinct().toList();
        locks.lock(uuids.stream().map(UUID::toString).toList());
        // Whoever decides on credentials by what is active has committed, or waits until we have.
        locks.change(List.of(AwardingBasis.KEY));
        locks.hold(List.of(SignatoryStore.SUBJECT));
        Set<UUID> known = certificates.programs(uuids);
        Map<UUID, StoredProgramCertificate> stored = new HashMap<>(certificates.load(uuids));
        Set<Long> existing = signatories.existing(wanted(commands, stored));
        List<ProgramConfigured> outcomes = new ArrayList<>();
        Map<UUID, Written> written = new HashMap<>();
        for (ConfigureProgram command : commands) {
            UUID uuid = command.programUuid();
            ProgramConfigured outcome =
                    ProgramConfigured.decide(command, known.contains(uuid), stored.get(uuid), existing);
            if (outcome instanceof Changed changed) {
                stored.put(uuid, changed.after());
                written.put(uuid, new Written(changed.after(), command.cause()));
            }
            outcomes.add(outcome);
        }
        certificates.save(List.copyOf(written.values()));
        submit(outcomes, commands);
        return outcomes;
    }

    private void submit(List<ProgramConfigured> outcomes, List<ConfigureProgram> commands) {
        List<String> subjects = outcomes.stream()
                .filter(outcome -> outcome instanceof Changed changed && changed.activates())
                .map(outcome -> ((Changed) outcome).after())
                .map(after -> after.certificate().programUuid() + "@certificate-" + after.version())
                .toList();
        if (!subjects.isEmpty()) {
            jobs.submit(
                    EvaluationJobs.WAITING,
                    subjects,
                    commands.getFirst().cause().by());
        }
    }

    private static List<Long> wanted(List<ConfigureProgram> commands, Map<UUID, StoredProgramCertificate> stored) {
        List<Long> wanted = new ArrayList<>();
        commands.forEach(command -> wanted.addAll(
                Objects.requireNonNullElse(command.members().signatories().value(), List.of())));
        stored.values()
                .forEach(certificate -> wanted.addAll(certificate.certificate().signatories()));
        return wanted;
    }
}

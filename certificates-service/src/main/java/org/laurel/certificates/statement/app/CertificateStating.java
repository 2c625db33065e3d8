package org.laurel.certificates.statement.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.app.Folded;
import org.laurel.certificates.issuance.db.CaseStore;
import org.laurel.certificates.issuance.db.CertificateQuery;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.issuance.domain.StatedCertificate;
import org.laurel.certificates.issuance.domain.StoredCase;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.statement.db.RetirementQuery;
import org.laurel.certificates.statement.domain.StateCertificate;
import org.laurel.certificates.statement.domain.StatementRefusal;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;

/**
 * Takes over certificates as service clients state them. A statement is a fact like any other: the facts that follow are judged
 * on top of it. Statements of one call are about different certificates; one that is refused does not stop the others.
 */
@ApplicationScoped
public class CertificateStating {

    private final KeyLocks locks;
    private final LearnerQuery learners;
    private final RetirementQuery retirements;
    private final TermsQuery terms;
    private final CaseStore cases;
    private final CertificateQuery certificates;
    private final FactFolding folding;

    CertificateStating(
            KeyLocks locks,
            LearnerQuery learners,
            RetirementQuery retirements,
            TermsQuery terms,
            CaseStore cases,
            CertificateQuery certificates,
            FactFolding folding) {
        this.locks = locks;
        this.learners = learners;
        this.retirements = retirements;
        this.terms = terms;
        this.cases = cases;
        this.certificates = certificates;
        this.folding = folding;
    }

    /**
     * What became of a statement.
     *
     * @param refusal why it was not taken, null when it was
     * @param folded the certificate after it, null when it was not taken
     */
    public record Outcome(
            @Nullable StatementRefusal refusal, @Nullable Folded folded) {}

    /** Takes the statements in and returns what became of each, in their order. */
    @Transactional
    public List<Outcome> apply(List<StateCertificate> commands) {
        locks.lock(Stream.concat(
                        commands.stream()
                                .map(command -> command.key().learnerId().value()),
                        // Two statements with one public id must not pass the check at once.
                        statedIds(commands).stream().map(id -> "verify-uuid:" + id))
                .toList());
        Map<CaseKey, StatementRefusal> refused = refusals(commands);
        Map<CaseKey, Folded> taken = new LinkedHashMap<>();
        List<FactCommand> facts = new ArrayList<>();
        for (StateCertificate command : commands) {
            if (!refused.containsKey(command.key())) {
                facts.add(new FactCommand.Happen(
                        command.key(),
                        Fact.Stated.KIND,
                        order -> new Fact.Stated(order, command.certificate()),
                        command.cause()));
            }
        }
        folding.apply(facts).forEach(folded -> taken.put(folded.key(), folded));
        return commands.stream()
                .map(command -> new Outcome(refused.get(command.key()), taken.get(command.key())))
                .toList();
    }

    private Map<CaseKey, StatementRefusal> refusals(List<StateCertificate> commands) {
        List<CaseKey> keys = commands.stream().map(StateCertificate::key).toList();
        Set<LearnerId> ids = keys.stream().map(CaseKey::learnerId).collect(Collectors.toSet());
        Map<LearnerId, Learner> known = learners.byIds(ids);
        Set<LearnerId> retired = retirements.retired(ids);
        Map<CourseKey, TermsHistory> runs =
                terms.histories(keys.stream().map(CaseKey::courseKey).collect(Collectors.toSet()));
        Map<CaseKey, StoredCase> stored = cases.load(keys);
        Map<String, CaseKey> owners = new HashMap<>(certificates.casesOf(statedIds(commands)));
        Map<CaseKey, StatementRefusal> refused = new LinkedHashMap<>();
        for (StateCertificate command : commands) {
            CaseKey key = command.key();
            String statedId = command.certificate().verifyUuid();
            StatementRefusal.Known about = new StatementRefusal.Known(
                    known.containsKey(key.learnerId()),
                    retired.contains(key.learnerId()),
                    Objects.requireNonNull(runs.get(key.courseKey())).newest().courseKnown(),
                    stored.getOrDefault(key, StoredCase.none(key)).issued(),
                    statedId == null ? null : owners.get(statedId));
            StatementRefusal.of(command, about)
                    .ifPresentOrElse(refusal -> refused.put(key, refusal), () -> own(owners, command));
        }
        return refused;
    }

    private static void own(Map<String, CaseKey> owners, StateCertificate command) {
        String statedId = command.certificate().verifyUuid();
        if (statedId != null) {
            owners.put(statedId, command.key());
        }
    }

    private static List<String> statedIds(List<StateCertificate> commands) {
        return commands.stream()
                .map(StateCertificate::certificate)
                .map(StatedCertificate::verifyUuid)
                .flatMap(id -> Optional.ofNullable(id).stream())
                .distinct()
                .toList();
    }
}

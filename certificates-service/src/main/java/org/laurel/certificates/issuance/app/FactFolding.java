package org.laurel.certificates.issuance.app;

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
import java.util.UUID;
import java.util.stream.Collectors;
import org.laurel.certificates.issuance.app.KnownFacts.Outcome;
import org.laurel.certificates.issuance.db.CaseStore;
import org.laurel.certificates.issuance.db.FactLog;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CertificateFact;
import org.laurel.certificates.issuance.domain.Difference;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.issuance.domain.FactCommand.FoldAgain;
import org.laurel.certificates.issuance.domain.FactCommand.Identify;
import org.laurel.certificates.issuance.domain.FactCommand.TakeIn;
import org.laurel.certificates.learner.db.LearnerDirectory;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/**
 * Takes facts in and folds them into certificates: the one way in which a certificate comes to be, changes or is taken back.
 * All commands of a call share each statement; facts of one learner in one course run are folded in memory.
 */
@ApplicationScoped
public class FactFolding {

    private final KeyLocks locks;
    private final LearnerDirectory learners;
    private final FactLog facts;
    private final KnownFacts known;
    private final CaseStore cases;
    private final Outbox outbox;

    FactFolding(
            KeyLocks locks,
            LearnerDirectory learners,
            FactLog facts,
            KnownFacts known,
            CaseStore cases,
            Outbox outbox) {
        this.locks = locks;
        this.learners = learners;
        this.facts = facts;
        this.known = known;
        this.cases = cases;
        this.outbox = outbox;
    }

    /** Takes the commands in; their order and repetition make no difference to the result. */
    @Transactional
    public void apply(List<FactCommand> commands) {
        locks.lock(commands.stream().map(command -> command.learnerId().value()).toList());
        List<TakeIn> takenIn = commands.stream()
                .filter(TakeIn.class::isInstance)
                .map(TakeIn.class::cast)
                .toList();
        facts.append(takenIn);
        Map<CaseKey, Cause> causes = new LinkedHashMap<>();
        Set<CaseKey> renamed = causes(commands, causes);
        Map<CaseKey, List<Fact>> added = takenIn.stream()
                .collect(Collectors.groupingBy(TakeIn::key, Collectors.mapping(TakeIn::fact, Collectors.toList())));
        save(known.fold(causes.keySet(), added, renamed), causes);
    }

    /**
     * Collects the cases to fold, each with what leads to it: those that commands name, and those whose learner turns out to
     * have been called otherwise.
     *
     * @return the latter, which have to be folded from the start
     */
    private Set<CaseKey> causes(List<FactCommand> commands, Map<CaseKey, Cause> causes) {
        Map<LearnerId, Cause> byLearner = new HashMap<>();
        List<Learner> snapshots = new ArrayList<>();
        for (FactCommand command : commands) {
            byLearner.put(command.learnerId(), command.cause());
            switch (command) {
                case TakeIn takeIn -> {
                    causes.put(takeIn.key(), takeIn.cause());
                    Optional.ofNullable(takeIn.learner()).ifPresent(snapshots::add);
                }
                case Identify identify -> snapshots.add(identify.learner());
                case FoldAgain again -> causes.put(again.key(), again.cause());
            }
        }
        List<LearnerDirectory.Named> renamed = learners.save(snapshots);
        Set<CaseKey> calledOtherwise = Set.copyOf(cases.foldedSince(renamed));
        for (CaseKey key : calledOtherwise) {
            causes.putIfAbsent(key, Objects.requireNonNull(byLearner.get(key.learnerId())));
        }
        return calledOtherwise;
    }

    private void save(List<Outcome> outcomes, Map<CaseKey, Cause> causes) {
        List<CaseStore.Written> written = new ArrayList<>();
        List<CertificateFact> told = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            CaseKey key = outcome.before().key();
            Cause cause = Objects.requireNonNull(causes.get(key));
            difference(outcome).ifPresent(difference -> {
                written.add(new CaseStore.Written(key, difference.next(), cause));
                told.addAll(CertificateFact.telling(key, difference, outcome.learner(), cause));
            });
        }
        cases.saveStandings(outcomes.stream()
                .filter(outcome -> !outcome.after().equals(outcome.before().record()))
                .map(outcome -> new CaseStore.Folded(outcome.before().key(), outcome.after()))
                .toList());
        cases.saveCertificates(written);
        outbox.append(told);
    }

    private static Optional<Difference> difference(Outcome outcome) {
        String newVerifyUuid = UUID.randomUUID().toString().replace("-", "");
        return Difference.between(
                outcome.before().issued(),
                outcome.after(),
                newVerifyUuid,
                outcome.settings().newest());
    }
}

package org.laurel.certificates.issuance.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CertificateCommand;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.issuance.domain.FactCommand.FoldAgain;
import org.laurel.certificates.issuance.domain.FactCommand.Happen;
import org.laurel.certificates.issuance.domain.FactCommand.Identify;
import org.laurel.certificates.issuance.domain.FactCommand.Know;
import org.laurel.certificates.issuance.domain.FactCommand.TakeIn;
import org.laurel.certificates.learner.db.LearnerFactLog;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/**
 * The commands of a call, taken apart: the cases to fold, each with what leads to it, the facts that are new, and what is told
 * about learners.
 */
record CausedCases(
        Map<CaseKey, Cause> causes,
        Map<LearnerId, Cause> byLearner,
        List<TakeIn> takenIn,
        List<Learner> snapshots,
        List<LearnerFactLog.Entry> known) {

    static CausedCases of(List<FactCommand> commands) {
        CausedCases cases = new CausedCases(
                new LinkedHashMap<>(), new HashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        commands.forEach(cases::add);
        return cases;
    }

    private void add(FactCommand command) {
        byLearner.put(command.learnerId(), command.cause());
        switch (command) {
            case TakeIn takeIn -> {
                causes.put(takeIn.key(), takeIn.cause());
                takenIn.add(takeIn);
                if (takeIn.learner() != null) {
                    snapshots.add(takeIn.learner());
                }
            }
            case Identify identify -> snapshots.add(identify.learner());
            case Know know -> known.add(new LearnerFactLog.Entry(know.learnerId(), know.fact()));
            case FoldAgain again -> causes.put(again.key(), again.cause());
            case Happen happen -> throw new IllegalArgumentException("a fact without its time");
        }
    }

    /** Adds a case that has to be folded because of what is told about its learner. */
    void alsoFold(CaseKey key) {
        Cause cause = byLearner.get(key.learnerId());
        if (cause != null) {
            causes.putIfAbsent(key, cause);
        }
    }

    Cause causeOf(CaseKey key) {
        Cause cause = causes.get(key);
        if (cause == null) {
            throw new IllegalArgumentException("nothing leads to this case");
        }
        return cause;
    }

    /** The new facts of each case. */
    Map<CaseKey, List<Fact>> added() {
        return takenIn.stream()
                .collect(Collectors.groupingBy(TakeIn::key, Collectors.mapping(TakeIn::fact, Collectors.toList())));
    }

    /** The cases whose certificate somebody asks to be made anew, page and all. */
    Set<CaseKey> askedAnew() {
        return takenIn.stream()
                .filter(takeIn -> takeIn.fact() instanceof Fact.Requested requested
                        && (requested.command() == CertificateCommand.REGENERATE
                                || requested.command() == CertificateCommand.ADD))
                .map(TakeIn::key)
                .collect(Collectors.toSet());
    }

    /** The cases of whose changes others do not hear: all that is new about them came silently. */
    Set<CaseKey> silent() {
        Set<CaseKey> silent = new HashSet<>();
        takenIn.stream().filter(takeIn -> !takeIn.announced()).map(TakeIn::key).forEach(silent::add);
        if (!silent.isEmpty()) {
            takenIn.stream().filter(TakeIn::announced).map(TakeIn::key).forEach(silent::remove);
        }
        return silent;
    }
}

package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.catalogue.db.StoredProgramQuery;
import org.laurel.programs.catalogue.domain.StoredProgram;
import org.laurel.programs.configuration.db.CourseCertificateStore;
import org.laurel.programs.credential.db.AwardTermsQuery;
import org.laurel.programs.credential.db.CourseCredentialStore;
import org.laurel.programs.credential.db.DateOverrideStore;
import org.laurel.programs.credential.db.PendingAwardStore;
import org.laurel.programs.credential.db.PendingAwardStore.Waiting;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CourseChange;
import org.laurel.programs.credential.domain.CourseCredential;
import org.laurel.programs.credential.domain.CourseOutcome;
import org.laurel.programs.credential.domain.CourseOutcome.Position;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.CredentialFact;
import org.laurel.programs.credential.domain.CredentialKey;
import org.laurel.programs.credential.domain.Evaluation;
import org.laurel.programs.credential.domain.Obstacle;
import org.laurel.programs.evaluation.domain.AwardingBasis;

/**
 * Brings course credentials in line with all facts that are stored about them, and then the program credentials that depend on
 * them. Whatever may change a course credential stores its facts and calls this.
 */
@ApplicationScoped
class CourseCrediting {

    private final KeyLocks locks;
    private final CourseFacts facts;
    private final CourseCredentialStore credentials;
    private final PendingAwardStore pending;
    private final DateOverrideStore overrides;
    private final AwardTermsQuery terms;
    private final StoredProgramQuery programs;
    private final ProgramAwarding awarding;

    CourseCrediting(
            KeyLocks locks,
            CourseFacts facts,
            CourseCredentialStore credentials,
            PendingAwardStore pending,
            DateOverrideStore overrides,
            AwardTermsQuery terms,
            StoredProgramQuery programs,
            ProgramAwarding awarding) {
        this.locks = locks;
        this.facts = facts;
        this.credentials = credentials;
        this.pending = pending;
        this.overrides = overrides;
        this.terms = terms;
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
        if (causes.isEmpty()) {
            return List.of();
        }
        // From here on nobody moves the date of a run before we have committed.
        locks.hold(CourseCertificateStore.subjects(
                causes.keySet().stream().map(CaseKey::courseKey).collect(Collectors.toSet())));
        CourseFacts.Found found = facts.load(causes.keySet());
        Map<CaseKey, Position> moved = positions(causes.keySet());
        moved.entrySet()
                .removeIf(entry -> entry.getValue().isAt(found.standings().get(entry.getKey())));
        List<CredentialFact> told = new ArrayList<>();
        if (!moved.isEmpty()) {
            // From here on nobody changes a program or a setting before we have committed.
            locks.hold(List.of(AwardingBasis.KEY));
            Map<CaseKey, CourseOutcome> outcomes = outcomes(moved, found.standings(), causes);
            told.addAll(save(outcomes));
            told.addAll(awarding.award(evaluations(outcomes, causes)));
        }
        overrides.certified(found.overrides(), causes);
        return told;
    }

    private Map<CaseKey, Position> positions(Set<CaseKey> cases) {
        Set<LearnerId> learners = cases.stream().map(CaseKey::learnerId).collect(Collectors.toSet());
        Set<CourseKey> runs = cases.stream().map(CaseKey::courseKey).collect(Collectors.toSet());
        Map<CaseKey, CourseCredential> stored = credentials.load(learners, runs);
        Map<CaseKey, CourseStanding> waiting = pending.courses(learners, runs);
        Map<CaseKey, Position> positions = new LinkedHashMap<>();
        cases.forEach(key -> positions.put(key, new Position(stored.get(key), waiting.get(key))));
        return positions;
    }

    private Map<CaseKey, CourseOutcome> outcomes(
            Map<CaseKey, Position> moved, Map<CaseKey, CourseStanding> standings, Map<CaseKey, Cause> causes) {
        boolean enabled = terms.enabled();
        Map<CaseKey, CourseOutcome> outcomes = new LinkedHashMap<>();
        moved.forEach((key, position) -> {
            @Nullable Cause cause = causes.get(key);
            if (cause != null) {
                outcomes.put(
                        key,
                        CourseOutcome.decide(key, position, standings.get(key), enabled, UUID.randomUUID(), cause));
            }
        });
        return outcomes;
    }

    private List<CredentialFact> save(Map<CaseKey, CourseOutcome> outcomes) {
        List<CourseChange> changes = new ArrayList<>();
        List<Waiting> waiting = new ArrayList<>();
        List<CredentialKey> released = new ArrayList<>();
        List<CredentialFact> told = new ArrayList<>();
        outcomes.forEach((key, outcome) -> {
            CourseChange change = outcome.saved();
            if (change != null) {
                changes.add(change);
                CredentialFact.of(change).ifPresent(told::add);
            }
            if (outcome.waiting() != null) {
                waiting.add(new Waiting(CredentialKey.of(key), Obstacle.CREDENTIALS_DISABLED, outcome.waiting(), null));
            }
            if (outcome.released()) {
                released.add(CredentialKey.of(key));
            }
        });
        credentials.save(changes);
        pending.save(waiting);
        pending.remove(released);
        return told;
    }

    /** Whose completion of which program the outcomes touch, by program in the order of the uuids. */
    private List<Evaluation> evaluations(Map<CaseKey, CourseOutcome> outcomes, Map<CaseKey, Cause> causes) {
        Map<LearnerId, List<CaseKey>> byLearner = outcomes.entrySet().stream()
                .filter(entry ->
                        entry.getValue().counted() != null || entry.getValue().released())
                .map(Map.Entry::getKey)
                .collect(Collectors.groupingBy(CaseKey::learnerId, LinkedHashMap::new, Collectors.toList()));
        if (byLearner.isEmpty()) {
            return List.of();
        }
        Set<CourseKey> touched =
                outcomes.keySet().stream().map(CaseKey::courseKey).collect(Collectors.toSet());
        List<Evaluation> evaluations = new ArrayList<>();
        List<StoredProgram> inOrder = programs.containing(touched).values().stream()
                .sorted(Comparator.comparing(each -> each.program().uuid().toString()))
                .toList();
        for (StoredProgram program : inOrder) {
            Set<CourseKey> runs = new HashSet<>(program.program().courseKeys());
            byLearner.forEach((learner, cases) -> {
                List<CaseKey> here = cases.stream()
                        .filter(key -> runs.contains(key.courseKey()))
                        .toList();
                if (!here.isEmpty()) {
                    evaluations.add(evaluation(learner, program, here, outcomes, causes));
                }
            });
        }
        return evaluations;
    }

    private static Evaluation evaluation(
            LearnerId learner,
            StoredProgram program,
            List<CaseKey> here,
            Map<CaseKey, CourseOutcome> outcomes,
            Map<CaseKey, Cause> causes) {
        List<CourseChange> changes = new ArrayList<>();
        for (CaseKey key : here) {
            CourseOutcome outcome = outcomes.get(key);
            if (outcome != null && outcome.counted() != null) {
                changes.add(outcome.counted());
            }
        }
        return new Evaluation(learner, program, changes, Objects.requireNonNull(causes.get(here.getLast())));
    }
}

package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.programs.credential.db.AwardTermsQuery;
import org.laurel.programs.credential.db.CountedStandings;
import org.laurel.programs.credential.db.CredentialOrderStore;
import org.laurel.programs.credential.db.PendingAwardStore;
import org.laurel.programs.credential.db.PendingAwardStore.Waiting;
import org.laurel.programs.credential.db.ProgramCredentialStore;
import org.laurel.programs.credential.db.ProgramCredentialStore.Subject;
import org.laurel.programs.credential.db.ProgramCredentialStore.Written;
import org.laurel.programs.credential.domain.AwardTerms;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.CredentialFact;
import org.laurel.programs.credential.domain.CredentialKey;
import org.laurel.programs.credential.domain.CredentialOrder;
import org.laurel.programs.credential.domain.Evaluation;
import org.laurel.programs.credential.domain.Obstacle;
import org.laurel.programs.credential.domain.ProgramCredential;
import org.laurel.programs.credential.domain.ProgramOutcome;
import org.laurel.programs.credential.domain.ProgramPosition;
import org.laurel.programs.credential.domain.ProgramStanding;

/**
 * Decides program credentials and saves them. Four statements read, two more when something may be awarded, and at most three
 * write, whatever the number of evaluations.
 */
@ApplicationScoped
class ProgramAwarding {

    private final CountedStandings counted;
    private final ProgramCredentialStore programs;
    private final PendingAwardStore pending;
    private final CredentialOrderStore orders;
    private final AwardTermsQuery terms;

    ProgramAwarding(
            CountedStandings counted,
            ProgramCredentialStore programs,
            PendingAwardStore pending,
            CredentialOrderStore orders,
            AwardTermsQuery terms) {
        this.counted = counted;
        this.programs = programs;
        this.pending = pending;
        this.orders = orders;
        this.terms = terms;
    }

    /**
     * Awards and revokes. The caller has saved the changed course credentials, and keeps the learners' keys and the catalogue.
     *
     * @param evaluations each learner and program at most once
     * @return the facts to tell
     */
    List<CredentialFact> award(List<Evaluation> evaluations) {
        if (evaluations.isEmpty()) {
            return List.of();
        }
        Map<LearnerId, Map<CourseKey, CourseStanding>> standings =
                counted.load(learners(evaluations), runs(evaluations));
        Map<Subject, ProgramPosition> positions = positions(evaluations);
        TermsOnce once = new TermsOnce(programs(evaluations));
        Saving saving = new Saving();
        for (Evaluation evaluation : evaluations) {
            UUID program = evaluation.program().program().uuid();
            ProgramPosition position =
                    positions.getOrDefault(new Subject(evaluation.learnerId(), program), ProgramPosition.NOTHING);
            ProgramOutcome outcome = ProgramOutcome.decide(
                    evaluation,
                    position,
                    standings.getOrDefault(evaluation.learnerId(), Map.of()),
                    once.of(program),
                    UUID.randomUUID());
            saving.add(evaluation, position, outcome);
        }
        programs.save(saving.written);
        pending.save(saving.waiting);
        pending.remove(saving.released);
        return saving.told;
    }

    private Map<Subject, ProgramPosition> positions(List<Evaluation> evaluations) {
        List<LearnerId> learners = learners(evaluations);
        Set<UUID> uuids = programs(evaluations);
        Map<Subject, ProgramCredential> stored = programs.load(learners, uuids);
        Map<Subject, Waiting> waiting = pending.programs(learners, uuids);
        Map<CredentialKey, CredentialOrder> decided =
                orders.load(evaluations.stream().map(ProgramAwarding::key).toList());
        Map<Subject, ProgramPosition> positions = new HashMap<>();
        for (Evaluation evaluation : evaluations) {
            Subject subject = new Subject(
                    evaluation.learnerId(), evaluation.program().program().uuid());
            @Nullable Waiting waits = waiting.get(subject);
            @Nullable CredentialOrder order = decided.get(key(evaluation));
            positions.put(
                    subject,
                    new ProgramPosition(
                            stored.get(subject),
                            waits == null ? null : waits.program(),
                            order == null ? null : order.decision()));
        }
        return positions;
    }

    private static CredentialKey key(Evaluation evaluation) {
        return CredentialKey.of(
                evaluation.learnerId(), evaluation.program().program().uuid());
    }

    private static List<LearnerId> learners(List<Evaluation> evaluations) {
        return evaluations.stream().map(Evaluation::learnerId).distinct().toList();
    }

    private static Set<UUID> programs(List<Evaluation> evaluations) {
        return evaluations.stream()
                .map(evaluation -> evaluation.program().program().uuid())
                .collect(Collectors.toSet());
    }

    private static List<CourseKey> runs(List<Evaluation> evaluations) {
        return evaluations.stream()
                .map(evaluation -> evaluation.program().program())
                .distinct()
                .flatMap(program -> program.courseKeys().stream())
                .distinct()
                .toList();
    }

    /** Reads the terms of all programs when the first of them is asked for, which most batches never do. */
    private final class TermsOnce {

        private final Set<UUID> uuids;
        private Map<UUID, AwardTerms> read = Map.of();

        TermsOnce(Set<UUID> uuids) {
            this.uuids = uuids;
        }

        Supplier<AwardTerms> of(UUID program) {
            return () -> {
                if (read.isEmpty()) {
                    read = terms.load(uuids);
                }
                return Objects.requireNonNull(read.get(program));
            };
        }
    }

    /** What is to be written and told. */
    private static final class Saving {

        private final List<Written> written = new ArrayList<>();
        private final List<Waiting> waiting = new ArrayList<>();
        private final List<CredentialKey> released = new ArrayList<>();
        private final List<CredentialFact> told = new ArrayList<>();

        void add(Evaluation evaluation, ProgramPosition position, ProgramOutcome outcome) {
            ProgramCredential after = outcome.credential();
            if (after != null && !after.equals(position.stored())) {
                written.add(new Written(after, evaluation.cause()));
            }
            @Nullable ProgramStanding waits = outcome.waiting();
            @Nullable Obstacle obstacle = outcome.obstacle();
            if (waits != null && obstacle != null) {
                waiting.add(new Waiting(key(evaluation), obstacle, null, waits));
            } else if (position.waiting() != null) {
                released.add(key(evaluation));
            }
            outcome.told(position.stored(), evaluation).ifPresent(told::add);
        }
    }
}

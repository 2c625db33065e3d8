package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.catalogue.db.StoredProgramQuery;
import org.laurel.programs.catalogue.domain.StoredProgram;
import org.laurel.programs.credential.db.CredentialOrderStore;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CredentialFact;
import org.laurel.programs.credential.domain.CredentialKey;
import org.laurel.programs.credential.domain.CredentialOrder;
import org.laurel.programs.credential.domain.CredentialStatus;
import org.laurel.programs.credential.domain.Evaluation;
import org.laurel.programs.evaluation.domain.AwardingBasis;

/** Stores staff decisions and brings the credentials in line with them. */
@ApplicationScoped
class CredentialOrdering {

    private final KeyLocks locks;
    private final CredentialOrderStore orders;
    private final CourseCrediting crediting;
    private final StoredProgramQuery programs;
    private final ProgramAwarding awarding;
    private final CredentialTelling telling;
    private final Clock clock;

    CredentialOrdering(
            KeyLocks locks,
            CredentialOrderStore orders,
            CourseCrediting crediting,
            StoredProgramQuery programs,
            ProgramAwarding awarding,
            CredentialTelling telling,
            Clock clock) {
        this.locks = locks;
        this.orders = orders;
        this.crediting = crediting;
        this.programs = programs;
        this.awarding = awarding;
        this.telling = telling;
        this.clock = clock;
    }

    /**
     * A decision to store.
     *
     * @param status null to take back what was decided
     * @param mode the mode of a course run's credential, as far as no certificate and no decision before says; null otherwise
     */
    record Placing(
            CredentialKey key,
            @Nullable CredentialStatus status,
            @Nullable String mode,
            Cause cause) {}

    /** Stores, settles and tells. The caller holds the learners' keys. Decisions about one credential follow one another. */
    void place(List<Placing> placings) {
        if (placings.isEmpty()) {
            return;
        }
        Map<CredentialKey, CredentialOrder> changed = changed(placings);
        orders.save(List.copyOf(changed.values()));
        Map<CaseKey, Cause> cases = new LinkedHashMap<>();
        Map<CredentialKey, Cause> whole = new LinkedHashMap<>();
        changed.forEach((key, order) -> {
            CourseKey run = key.courseKey();
            if (run == null) {
                whole.put(key, order.cause());
            } else {
                cases.put(new CaseKey(key.learnerId(), run), order.cause());
            }
        });
        List<CredentialFact> told = new ArrayList<>(crediting.settle(cases));
        told.addAll(awarding.award(evaluations(whole)));
        telling.tell(told);
    }

    private Map<CredentialKey, CredentialOrder> changed(List<Placing> placings) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<CredentialKey, CredentialOrder> stored =
                orders.load(placings.stream().map(Placing::key).collect(Collectors.toSet()));
        Map<CredentialKey, CredentialOrder> changed = new LinkedHashMap<>();
        for (Placing placing : placings) {
            CredentialKey key = placing.key();
            CredentialOrder before = changed.getOrDefault(key, stored.get(key));
            CredentialOrder.decide(key, before, placing.status(), placing.mode(), now, placing.cause())
                    .ifPresent(order -> changed.put(key, order));
        }
        return changed;
    }

    private List<Evaluation> evaluations(Map<CredentialKey, Cause> whole) {
        if (whole.isEmpty()) {
            return List.of();
        }
        locks.hold(List.of(AwardingBasis.KEY));
        Set<UUID> uuids = whole.keySet().stream()
                .map(CredentialKey::programUuid)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, StoredProgram> known = programs.load(uuids);
        List<Evaluation> evaluations = new ArrayList<>();
        whole.forEach((key, cause) -> {
            UUID uuid = key.programUuid();
            StoredProgram program = uuid == null ? null : known.get(uuid);
            if (program != null) {
                evaluations.add(new Evaluation(key.learnerId(), program, List.of(), cause));
            }
        });
        return evaluations;
    }
}

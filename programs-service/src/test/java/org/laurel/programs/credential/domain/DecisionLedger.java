package org.laurel.programs.credential.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.StoredProgram;
import org.laurel.programs.credential.domain.CourseOutcome.Position;
import org.laurel.programs.credential.domain.Ledger.Fact;

/** One learner's credentials in memory, with staff decisions, switches and configurations, kept as the service keeps them. */
final class DecisionLedger {

    private static final LearnerId LEARNER = new LearnerId("7");
    private static final Cause CAUSE = Cause.of("test", "1");

    private final Map<CourseKey, Map<Long, CertificateVersion>> facts = new HashMap<>();
    private final Map<CredentialKey, CredentialOrder> orders = new HashMap<>();
    private final Map<CourseKey, CourseCredential> courses = new HashMap<>();
    private final Map<CourseKey, CourseStanding> waitingCourses = new HashMap<>();
    private final Map<UUID, ProgramCredential> programs = new HashMap<>();
    private final Map<UUID, ProgramStanding> waitingPrograms = new HashMap<>();
    private final Map<UUID, StoredProgram> catalogue = new LinkedHashMap<>();
    private AwardTerms terms = new AwardTerms(true, false, true);

    void take(List<Fact> batch) {
        batch.forEach(fact -> facts.computeIfAbsent(fact.courseKey(), key -> new TreeMap<>())
                .merge(fact.version().version(), fact.version(), (a, b) -> a.compareTo(b) > 0 ? a : b));
        settle(batch.stream().map(Fact::courseKey).distinct().toList());
    }

    void decide(CourseKey run, @Nullable CredentialStatus status, Instant at) {
        if (order(CredentialKey.of(new CaseKey(LEARNER, run)), status, at)) {
            settle(List.of(run));
        }
    }

    void decide(UUID program, @Nullable CredentialStatus status, Instant at) {
        StoredProgram stored = catalogue.get(program);
        if (stored != null && order(CredentialKey.of(LEARNER, program), status, at)) {
            evaluate(stored, List.of());
        }
    }

    void define(Program program) {
        StoredProgram stored = new StoredProgram(1, program, 1, Facts.at(0), Facts.at(0));
        catalogue.put(program.uuid(), stored);
        evaluate(stored, List.of());
    }

    /** Changes what awards depend on, and looks at everything as the job does. */
    void allow(AwardTerms allowed) {
        terms = allowed;
        settle(List.copyOf(waitingCourses.keySet()));
        catalogue.values().forEach(program -> evaluate(program, List.of()));
    }

    Map<CourseKey, CourseStanding> courses() {
        Map<CourseKey, CourseStanding> standings = new HashMap<>();
        courses.forEach((key, credential) -> standings.put(key, credential.standing()));
        return standings;
    }

    /** The programs whose credential holds, each with the date from which it may be seen. */
    Map<UUID, Instant> held() {
        Map<UUID, Instant> held = new HashMap<>();
        programs.forEach((uuid, credential) -> {
            if (credential.standing().isAwarded()) {
                held.put(uuid, credential.standing().availableAt());
            }
        });
        return held;
    }

    /** What the facts and the last decisions give, computed at once. */
    Map<CourseKey, CourseStanding> coursesFromScratch() {
        Set<CourseKey> keys = new HashSet<>(facts.keySet());
        orders.keySet().forEach(key -> {
            if (key.courseKey() != null) {
                keys.add(key.courseKey());
            }
        });
        Map<CourseKey, CourseStanding> standings = new HashMap<>();
        keys.forEach(key -> {
            CourseStanding standing = standing(key);
            if (standing != null) {
                standings.put(key, standing);
            }
        });
        return standings;
    }

    /** The programs whose credential has to hold by the facts and the last decisions. */
    Map<UUID, Instant> heldFromScratch() {
        Map<CourseKey, CourseStanding> standings = coursesFromScratch();
        Map<UUID, Instant> held = new HashMap<>();
        catalogue.forEach((uuid, program) -> {
            Completion completion = Completion.check(program.program(), standings);
            StaffDecision decision = decision(CredentialKey.of(LEARNER, uuid));
            if (decision != null && decision.awards()) {
                held.put(uuid, latest(completion, decision.at()));
            } else if ((decision == null || !decision.holds()) && completion.isComplete()) {
                held.put(uuid, completion.availableAt());
            }
        });
        return held;
    }

    private static Instant latest(Completion completion, Instant otherwise) {
        if (completion.isComplete()) {
            return completion.availableAt();
        }
        return completion.courses().stream()
                .flatMap(course -> course.stream())
                .map(Completion.Satisfied::date)
                .max(Instant::compareTo)
                .orElse(otherwise);
    }

    private boolean order(CredentialKey key, @Nullable CredentialStatus status, Instant at) {
        var changed = CredentialOrder.decide(key, orders.get(key), status, "verified", at, CAUSE);
        changed.ifPresent(order -> orders.put(key, order));
        return changed.isPresent();
    }

    private @Nullable StaffDecision decision(CredentialKey key) {
        CredentialOrder order = orders.get(key);
        return order == null ? null : order.decision();
    }

    private @Nullable CourseStanding standing(CourseKey key) {
        return StaffDecision.course(
                CourseStanding.fold(facts.getOrDefault(key, Map.of()).values()),
                decision(CredentialKey.of(new CaseKey(LEARNER, key))));
    }

    private void settle(Collection<CourseKey> keys) {
        List<CourseChange> counted = new ArrayList<>();
        Set<CourseKey> touched = new HashSet<>();
        for (CourseKey key : keys) {
            Position position = new Position(courses.get(key), waitingCourses.get(key));
            CourseStanding now = standing(key);
            if (position.isAt(now)) {
                continue;
            }
            CourseOutcome outcome = CourseOutcome.decide(
                    new CaseKey(LEARNER, key), position, now, terms.enabled(), UUID.randomUUID(), CAUSE);
            if (outcome.saved() != null) {
                courses.put(key, outcome.saved().after());
            }
            waitingCourses.remove(key);
            if (outcome.waiting() != null) {
                waitingCourses.put(key, outcome.waiting());
            }
            if (outcome.counted() != null) {
                counted.add(outcome.counted());
            }
            if (outcome.counted() != null || outcome.released()) {
                touched.add(key);
            }
        }
        for (StoredProgram program : catalogue.values()) {
            List<CourseKey> runs = program.program().courseKeys();
            if (touched.stream().anyMatch(runs::contains)) {
                evaluate(
                        program,
                        counted.stream()
                                .filter(change ->
                                        runs.contains(change.after().key().courseKey()))
                                .toList());
            }
        }
    }

    private void evaluate(StoredProgram program, List<CourseChange> changes) {
        Map<CourseKey, CourseStanding> standings = new HashMap<>(courses());
        standings.putAll(waitingCourses);
        UUID uuid = program.program().uuid();
        ProgramOutcome outcome = ProgramOutcome.decide(
                new Evaluation(LEARNER, program, changes, CAUSE),
                new ProgramPosition(
                        programs.get(uuid), waitingPrograms.get(uuid), decision(CredentialKey.of(LEARNER, uuid))),
                standings,
                () -> terms,
                UUID.randomUUID());
        if (outcome.credential() != null) {
            programs.put(uuid, outcome.credential());
        }
        waitingPrograms.remove(uuid);
        if (outcome.waiting() != null) {
            waitingPrograms.put(uuid, outcome.waiting());
        }
    }
}

package org.laurel.programs.credential.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.StoredProgram;

/** One learner's credentials in memory, kept by the rules as the service keeps them. */
final class Ledger {

    private static final LearnerId LEARNER = new LearnerId("7");
    private static final Cause CAUSE = Cause.of("test", "1");

    private final Map<CourseKey, Map<Long, CertificateVersion>> facts = new HashMap<>();
    private final Map<CourseKey, CourseCredential> courses = new HashMap<>();
    private final Map<UUID, ProgramStanding> programs = new HashMap<>();
    private final Map<UUID, StoredProgram> catalogue = new LinkedHashMap<>();

    /** A version of the certificate in one course run. */
    record Fact(CourseKey courseKey, CertificateVersion version) {}

    /** Takes a batch of facts in. */
    void take(List<Fact> batch) {
        Set<CourseKey> touched = batch.stream().map(Fact::courseKey).collect(Collectors.toSet());
        batch.forEach(fact -> facts.computeIfAbsent(fact.courseKey(), key -> new TreeMap<>())
                .merge(fact.version().version(), fact.version(), (a, b) -> a.compareTo(b) > 0 ? a : b));
        List<CourseChange> changes = new ArrayList<>();
        for (CourseKey key : touched) {
            CourseStanding folded =
                    CourseStanding.fold(facts.getOrDefault(key, Map.of()).values());
            CourseChange.decide(new CaseKey(LEARNER, key), courses.get(key), folded, UUID.randomUUID(), CAUSE)
                    .ifPresent(changes::add);
        }
        changes.forEach(change -> courses.put(change.after().key().courseKey(), change.after()));
        for (StoredProgram program : catalogue.values()) {
            List<CourseChange> here = changes.stream()
                    .filter(change -> program.program()
                            .courseKeys()
                            .contains(change.after().key().courseKey()))
                    .toList();
            if (!here.isEmpty()) {
                evaluate(program, here);
            }
        }
    }

    /** Defines a program, and evaluates the learner as the job does. */
    void define(Program program) {
        StoredProgram stored = new StoredProgram(1, program, 1, Facts.at(0), Facts.at(0));
        catalogue.put(program.uuid(), stored);
        evaluate(stored, List.of());
    }

    /** The course credentials' standings; their dates included. */
    Map<CourseKey, CourseStanding> courses() {
        Map<CourseKey, CourseStanding> standings = new HashMap<>();
        courses.forEach((key, credential) -> standings.put(key, credential.standing()));
        return standings;
    }

    /** The course credentials' standings computed at once from all facts. */
    static Map<CourseKey, CourseStanding> coursesFromScratch(List<Fact> facts) {
        Map<CourseKey, List<CertificateVersion>> byKey = facts.stream()
                .collect(
                        Collectors.groupingBy(Fact::courseKey, Collectors.mapping(Fact::version, Collectors.toList())));
        Map<CourseKey, CourseStanding> standings = new HashMap<>();
        byKey.forEach((key, versions) -> {
            CourseStanding standing = CourseStanding.fold(versions);
            if (standing != null) {
                standings.put(key, standing);
            }
        });
        return standings;
    }

    /** The programs whose credential holds. */
    Set<UUID> awardedPrograms() {
        return programs.entrySet().stream()
                .filter(entry -> entry.getValue().isAwarded())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void evaluate(StoredProgram program, List<CourseChange> changes) {
        Map<CourseKey, CourseStanding> standings = new HashMap<>();
        courses.forEach((key, credential) -> standings.put(key, credential.standing()));
        UUID uuid = program.program().uuid();
        ProgramDecision decision =
                new Evaluation(LEARNER, program, changes, CAUSE).decide(programs.get(uuid), standings);
        if (decision instanceof ProgramDecision.Changed changed) {
            programs.put(uuid, changed.standing());
        }
    }
}

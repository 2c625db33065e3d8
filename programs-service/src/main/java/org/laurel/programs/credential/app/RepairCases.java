package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.programs.catalogue.domain.StoredProgram;
import org.laurel.programs.credential.db.CaseQuery;
import org.laurel.programs.credential.db.CourseCredentialStore;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CourseChange;
import org.laurel.programs.credential.domain.CourseCredential;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.RepairLearner;
import org.laurel.programs.credential.domain.RepairRule;

/** Which course credentials a repair may bring in line with their facts. */
@ApplicationScoped
class RepairCases {

    private final CaseQuery cases;
    private final CourseFacts facts;
    private final CourseCredentialStore credentials;

    RepairCases(CaseQuery cases, CourseFacts facts, CourseCredentialStore credentials) {
        this.cases = cases;
        this.facts = facts;
        this.credentials = credentials;
    }

    /** The cases of the learners in the programs' runs. */
    Set<CaseKey> known(List<RepairLearner> commands, Collection<StoredProgram> programs) {
        return new LinkedHashSet<>(cases.known(
                commands.stream().map(RepairLearner::learnerId).collect(Collectors.toSet()), runs(programs)));
    }

    /**
     * Those of the cases that are in the programs' runs, without those that would change in a way that the rule does not allow,
     * each with its cause.
     */
    Map<CaseKey, Cause> allowed(
            Set<CaseKey> asked, List<RepairLearner> commands, Collection<StoredProgram> programs, RepairRule rule) {
        Map<LearnerId, Cause> causes = new LinkedHashMap<>();
        commands.forEach(command -> causes.put(command.learnerId(), command.cause()));
        Set<CourseKey> runs = runs(programs);
        Map<CaseKey, Cause> allowed = new LinkedHashMap<>();
        asked.forEach(key -> {
            Cause cause = causes.get(key.learnerId());
            if (cause != null && runs.contains(key.courseKey())) {
                allowed.put(key, cause);
            }
        });
        if (!rule.awards() || !rule.revokes()) {
            allowed.keySet().removeAll(forbidden(allowed, rule));
        }
        return allowed;
    }

    private static Set<CourseKey> runs(Collection<StoredProgram> programs) {
        return programs.stream()
                .flatMap(program -> program.program().courseKeys().stream())
                .collect(Collectors.toSet());
    }

    private Set<CaseKey> forbidden(Map<CaseKey, Cause> asked, RepairRule rule) {
        Map<CaseKey, CourseStanding> standings = facts.load(asked.keySet()).standings();
        Map<CaseKey, CourseCredential> stored = credentials.load(
                asked.keySet().stream().map(CaseKey::learnerId).collect(Collectors.toSet()),
                asked.keySet().stream().map(CaseKey::courseKey).collect(Collectors.toSet()));
        return asked.entrySet().stream()
                .flatMap(entry -> CourseChange.decide(
                        entry.getKey(),
                        stored.get(entry.getKey()),
                        standings.get(entry.getKey()),
                        UUID.randomUUID(),
                        entry.getValue())
                        .filter(change -> !rule.allows(change))
                        .map(change -> entry.getKey())
                        .stream())
                .collect(Collectors.toSet());
    }
}

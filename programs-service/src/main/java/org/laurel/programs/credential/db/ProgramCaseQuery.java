package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.programs.catalogue.db.StoredProgramQuery;
import org.laurel.programs.catalogue.domain.StoredProgram;
import org.laurel.programs.credential.db.PendingAwardStore.Waiting;
import org.laurel.programs.credential.db.ProgramCredentialStore.Subject;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.CredentialKey;
import org.laurel.programs.credential.domain.CredentialOrder;
import org.laurel.programs.credential.domain.ProgramCase;
import org.laurel.programs.credential.domain.ProgramPosition;

/** Reads everything that bears on a learner's credential for a program. */
@ApplicationScoped
public class ProgramCaseQuery {

    private final StoredProgramQuery programs;
    private final CountedStandings counted;
    private final PendingAwardStore pending;
    private final ProgramCredentialStore credentials;
    private final CredentialOrderStore orders;
    private final AwardTermsQuery terms;

    ProgramCaseQuery(
            StoredProgramQuery programs,
            CountedStandings counted,
            PendingAwardStore pending,
            ProgramCredentialStore credentials,
            CredentialOrderStore orders,
            AwardTermsQuery terms) {
        this.programs = programs;
        this.counted = counted;
        this.pending = pending;
        this.credentials = credentials;
        this.orders = orders;
        this.terms = terms;
    }

    /** The case; empty when there is no such program. */
    public Optional<ProgramCase> find(LearnerId learner, UUID programUuid) {
        return Optional.ofNullable(programs.load(List.of(programUuid)).get(programUuid))
                .map(program -> read(learner, program));
    }

    private ProgramCase read(LearnerId learner, StoredProgram program) {
        UUID uuid = program.program().uuid();
        List<LearnerId> who = List.of(learner);
        List<CourseKey> runs = program.program().courseKeys();
        Subject subject = new Subject(learner, uuid);
        CredentialKey key = CredentialKey.of(learner, uuid);
        Map<CourseKey, CourseStanding> standings =
                new HashMap<>(counted.load(who, runs).getOrDefault(learner, Map.of()));
        Waiting waits = pending.programs(who, List.of(uuid)).get(subject);
        CredentialOrder order = orders.load(List.of(key)).get(key);
        return new ProgramCase(
                learner,
                program,
                standings,
                waiting(who, runs),
                new ProgramPosition(
                        credentials.load(who, List.of(uuid)).get(subject),
                        waits == null ? null : waits.program(),
                        order == null ? null : order.decision()),
                order,
                Objects.requireNonNull(terms.load(List.of(uuid)).get(uuid)),
                waits == null ? null : waits.obstacle());
    }

    private Set<CourseKey> waiting(Collection<LearnerId> who, Collection<CourseKey> runs) {
        return pending.courses(who, runs).keySet().stream()
                .map(CaseKey::courseKey)
                .collect(Collectors.toSet());
    }
}

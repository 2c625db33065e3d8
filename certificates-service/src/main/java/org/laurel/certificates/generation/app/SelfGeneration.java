package org.laurel.certificates.generation.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.generation.domain.SelfAnswer;
import org.laurel.certificates.generation.domain.SelfRequestRules;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.app.Folded;
import org.laurel.certificates.issuance.db.CaseStore;
import org.laurel.certificates.issuance.db.FactLog;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CertificateCommand;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.certificates.issuance.domain.StoredCase;
import org.laurel.certificates.learner.db.LearnerDirectory;
import org.laurel.certificates.learner.domain.Person;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;

/**
 * Lets learners ask for their own certificates. A request that is refused beforehand leaves no trace, and neither does one that
 * repeats an earlier one since which nothing has happened: that is evaluated again, so what is known of a learner does not grow
 * with the number of requests.
 */
@ApplicationScoped
public class SelfGeneration {

    private final KeyLocks locks;
    private final CaseStore cases;
    private final TermsQuery terms;
    private final FactLog facts;
    private final LearnerDirectory learners;
    private final FactFolding folding;
    private final Clock clock;

    SelfGeneration(
            KeyLocks locks,
            CaseStore cases,
            TermsQuery terms,
            FactLog facts,
            LearnerDirectory learners,
            FactFolding folding,
            Clock clock) {
        this.locks = locks;
        this.cases = cases;
        this.terms = terms;
        this.facts = facts;
        this.learners = learners;
        this.folding = folding;
        this.clock = clock;
    }

    /** A learner's request. */
    public record AskForOwn(CaseKey key, Cause cause) {}

    /** Evaluates the certificates and tells each learner what came of the request. */
    @Transactional
    public Map<CaseKey, SelfAnswer> apply(List<AskForOwn> requests) {
        Map<CaseKey, Cause> asked = new LinkedHashMap<>();
        requests.forEach(request -> asked.put(request.key(), request.cause()));
        locks.lock(asked.keySet().stream().map(key -> key.learnerId().value()).toList());
        Map<CaseKey, StoredCase> stored = cases.load(asked.keySet());
        Map<CourseKey, TermsHistory> histories =
                terms.histories(asked.keySet().stream().map(CaseKey::courseKey).toList());
        Map<CaseKey, SelfAnswer> answers = new HashMap<>();
        asked.forEach((key, cause) -> {
            var record = stored.getOrDefault(key, StoredCase.none(key)).record();
            var newest = Objects.requireNonNull(histories.get(key.courseKey())).newest();
            SelfRequestRules.beforehand(newest, record.standing(), record.certificate(), clock.instant())
                    .ifPresent(answer -> answers.put(key, answer));
        });
        asked.keySet().removeAll(answers.keySet());
        if (asked.isEmpty()) {
            return answers;
        }
        for (Folded folded : folding.apply(commands(asked, histories))) {
            answers.put(
                    folded.key(),
                    SelfRequestRules.answer(
                            folded.decision(),
                            folded.previousStatus(),
                            folded.issued() == null ? null : folded.issued().certificate()));
        }
        return answers;
    }

    private List<FactCommand> commands(Map<CaseKey, Cause> asked, Map<CourseKey, TermsHistory> histories) {
        Map<CaseKey, List<Fact>> known = facts.load(asked.keySet());
        Map<LearnerId, Person> people =
                learners.people(asked.keySet().stream().map(CaseKey::learnerId).collect(Collectors.toSet()));
        Instant now = clock.instant();
        return asked.entrySet().stream()
                .map(request -> {
                    CaseKey key = request.getKey();
                    boolean repeated = SelfRequestRules.stillStands(
                            known.getOrDefault(key, List.of()),
                            Objects.requireNonNull(histories.get(key.courseKey())),
                            people.getOrDefault(key.learnerId(), Person.unknown(key.learnerId()))
                                    .history(),
                            now);
                    return repeated
                            ? new FactCommand.FoldAgain(key, request.getValue())
                            : request(key, request.getValue());
                })
                .toList();
    }

    private static FactCommand request(CaseKey key, Cause cause) {
        return new FactCommand.Happen(
                key,
                Fact.Requested.KIND,
                order -> new Fact.Requested(order, CertificateCommand.GENERATE, GenerationMode.SELF),
                cause);
    }
}

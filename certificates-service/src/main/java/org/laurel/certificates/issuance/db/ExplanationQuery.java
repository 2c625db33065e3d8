package org.laurel.certificates.issuance.db;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Explanation;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.Fold;
import org.laurel.certificates.issuance.domain.GenerationPolicy;
import org.laurel.certificates.issuance.domain.Hypothesis;
import org.laurel.certificates.issuance.domain.Snapshots;
import org.laurel.certificates.issuance.domain.Statements;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.certificates.learner.db.LearnerDirectory;
import org.laurel.certificates.learner.domain.LearnerHistory;
import org.laurel.certificates.learner.domain.Person;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.Sql;

/** Folds a learner's facts in a course run once more, for the reasons behind the result. Writes nothing. */
@ApplicationScoped
public class ExplanationQuery {

    private final Sql sql;
    private final FactLog facts;
    private final TermsQuery terms;
    private final LearnerDirectory learners;
    private final List<GenerationPolicy> policies;
    private final Clock clock;

    ExplanationQuery(
            Sql sql,
            FactLog facts,
            TermsQuery terms,
            LearnerDirectory learners,
            @All List<GenerationPolicy> policies,
            Clock clock) {
        this.sql = sql;
        this.facts = facts;
        this.terms = terms;
        this.learners = learners;
        this.policies = List.copyOf(policies);
        this.clock = clock;
    }

    /** Explains what is known of a learner in a course run; of nothing known, why there is no certificate. */
    public Explanation explain(CaseKey key) {
        return explain(key, null, null);
    }

    /**
     * Explains from less.
     *
     * @param asOf only facts up to this business time count, null for all
     * @param knownAt only facts that were known at this time count, null for all
     */
    public Explanation explain(CaseKey key, @Nullable Instant asOf, @Nullable Instant knownAt) {
        return explain(known(key, knownAt).upTo(asOf), asOf);
    }

    /** Explains what would come of facts that are not stored. */
    public Explanation explain(CaseKey key, Hypothesis hypothesis) {
        Known known = known(key, null);
        List<Fact> assumed = new ArrayList<>(known.facts());
        assumed.addAll(hypothesis.facts());
        return explain(
                new Known(key, hypothesis.terms(known.terms()), hypothesis.learner(known.learner()), assumed), null);
    }

    /** The certificate as it was stored at a time; empty when there was none. */
    public Optional<Issued> storedAt(CaseKey key, Instant time) {
        return sql.first(
                "select " + CaseRow.CERTIFICATE + """
                         from certificate_history c
                        where c.learner_id = ? and c.course_key = ? and c.history_at <= ?
                        order by c.history_at desc, c.history_id desc limit 1
                        """,
                CaseRow::issued,
                key.learnerId().value(),
                key.courseKey().value(),
                time);
    }

    private Explanation explain(Known known, @Nullable Instant asOf) {
        Fold fold = new Fold(known.key(), known.terms(), known.learner(), policies);
        Instant at = asOf == null ? clock.instant() : asOf;
        return Explanation.of(
                fold, known.facts(), new FactOrder(at, FactOrder.NO_SEQUENCE, Fact.Requested.KIND, "", ""));
    }

    private Known known(CaseKey key, @Nullable Instant knownAt) {
        Map<?, TermsHistory> histories = knownAt == null
                ? terms.histories(List.of(key.courseKey()))
                : terms.historiesKnownAt(List.of(key.courseKey()), knownAt);
        Person person = learners.peopleKnownAt(List.of(key.learnerId()), knownAt)
                .getOrDefault(key.learnerId(), Person.unknown(key.learnerId()));
        return new Known(
                key,
                Objects.requireNonNull(histories.get(key.courseKey())),
                person.history(),
                // Before any is left out for its time: what was replaced was never so.
                Snapshots.placed(Statements.inForce(
                        facts.loadKnownAt(List.of(key), knownAt).getOrDefault(key, List.of()))));
    }

    private record Known(CaseKey key, TermsHistory terms, LearnerHistory learner, List<? extends Fact> facts) {

        Known upTo(@Nullable Instant time) {
            if (time == null) {
                return this;
            }
            return new Known(
                    key,
                    terms.upTo(time),
                    learner.upTo(time),
                    facts.stream()
                            .filter(fact -> !fact.order().occurredAt().isAfter(time))
                            .toList());
        }
    }
}

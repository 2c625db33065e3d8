package org.laurel.certificates.issuance.app;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.issuance.db.CaseStore;
import org.laurel.certificates.issuance.db.FactLog;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CourseRecord;
import org.laurel.certificates.issuance.domain.Decision;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.Fold;
import org.laurel.certificates.issuance.domain.GenerationPolicy;
import org.laurel.certificates.issuance.domain.StoredCase;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.certificates.learner.db.LearnerDirectory;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.learner.domain.Person;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;

/** Reads what folding needs, one query per table for all cases, and folds. */
@ApplicationScoped
class KnownFacts {

    private final KeyLocks locks;
    private final CaseStore cases;
    private final FactLog facts;
    private final TermsQuery terms;
    private final LearnerDirectory learners;
    private final List<GenerationPolicy> policies;

    KnownFacts(
            KeyLocks locks,
            CaseStore cases,
            FactLog facts,
            TermsQuery terms,
            LearnerDirectory learners,
            @All List<GenerationPolicy> policies) {
        this.locks = locks;
        this.cases = cases;
        this.facts = facts;
        this.terms = terms;
        this.learners = learners;
        this.policies = List.copyOf(policies);
    }

    /**
     * A case with its past, and what it comes to with the new facts.
     *
     * @param decision what was decided about the last of the new facts, or without new ones about the last of all; null without
     *     any
     * @param stated what another system stated about it
     * @param silent whether the certificate becomes what another system stated, and nobody is to hear of that
     */
    record Outcome(
            StoredCase before,
            CourseRecord after,
            @Nullable Decision decision,
            StatedFacts stated,
            boolean silent,
            Person person,
            TermsHistory terms) {

        Learner learner() {
            return person.learner();
        }

        /** What the case comes to. Of a retired learner's names only blanks are left, and blanks make no change. */
        CourseRecord settled() {
            return person.retired() && before.issued() != null
                    ? after.settledOn(before.issued().certificate())
                    : after;
        }
    }

    /**
     * Folds the new facts of each case; a case without new facts is folded again from the start.
     *
     * @return an outcome for each case
     */
    List<Outcome> fold(Collection<CaseKey> keys, Map<CaseKey, List<Fact>> added) {
        Set<CourseKey> courses = keys.stream().map(CaseKey::courseKey).collect(Collectors.toSet());
        holdTerms(courses);
        Map<CourseKey, TermsHistory> histories = terms.histories(courses);
        Set<LearnerId> learnerIds = keys.stream().map(CaseKey::learnerId).collect(Collectors.toSet());
        Map<LearnerId, Person> people = learners.people(learnerIds);
        Map<CaseKey, StoredCase> stored = cases.load(keys);

        Map<CaseKey, Fold.Result> folded = new LinkedHashMap<>();
        List<CaseKey> late = new ArrayList<>();
        for (CaseKey key : keys) {
            CourseRecord record = stored.getOrDefault(key, StoredCase.none(key)).record();
            List<Fact> newer = added.getOrDefault(key, List.of());
            Fold fold = foldFor(key, histories, people);
            if (!newer.isEmpty() && fold.continues(record, newer)) {
                folded.put(key, fold.onto(record, newer));
            } else {
                late.add(key);
            }
        }
        Map<CaseKey, List<Fact>> everything = facts.load(late);
        late.forEach(key -> {
            List<Fact> all = everything.getOrDefault(key, List.of());
            folded.put(key, foldFor(key, histories, people).all(all, added.getOrDefault(key, last(all))));
        });

        List<Outcome> outcomes = new ArrayList<>(folded.size());
        folded.forEach((key, result) -> {
            StatedFacts stated = StatedFacts.among(everything.getOrDefault(key, added.getOrDefault(key, List.of())));
            outcomes.add(new Outcome(
                    stored.getOrDefault(key, StoredCase.none(key)),
                    result.record(),
                    result.decision(),
                    stated,
                    isSilent(
                            result, stored.getOrDefault(key, StoredCase.none(key)), added.getOrDefault(key, List.of())),
                    person(key, people),
                    histories(key, histories)));
        });
        return outcomes;
    }

    /**
     * What another system states without announcement is stored in silence, now or when it is no longer withheld. Whatever
     * changes later is told, also if a late fact leads back to the statement.
     */
    private static boolean isSilent(Fold.Result result, StoredCase before, List<Fact> fresh) {
        if (!(result.shapedBy() instanceof Fact.Stated stated) || stated.announced()) {
            return false;
        }
        Issued issued = before.issued();
        boolean stored =
                issued != null && issued.certificate().equals(result.record().certificate());
        return !stored
                && (fresh.contains(stated)
                        || issued == null
                        || before.record().termsKnown() == CourseRecord.NOTHING_SETTLED);
    }

    private static List<Fact> last(List<Fact> facts) {
        return facts.stream().max(Comparator.comparing(Fact::order)).stream().toList();
    }

    /** From here on nobody changes the terms of these course runs before we have committed. */
    private void holdTerms(Set<CourseKey> courses) {
        Set<String> subjects = courses.stream().map(CourseKey::value).collect(Collectors.toCollection(TreeSet::new));
        subjects.add(TermsQuery.SITE);
        locks.hold(subjects);
    }

    private Fold foldFor(CaseKey key, Map<CourseKey, TermsHistory> histories, Map<LearnerId, Person> people) {
        return new Fold(key, histories(key, histories), person(key, people).history(), policies);
    }

    private static TermsHistory histories(CaseKey key, Map<CourseKey, TermsHistory> histories) {
        return Objects.requireNonNull(histories.get(key.courseKey()));
    }

    private static Person person(CaseKey key, Map<LearnerId, Person> people) {
        return people.getOrDefault(key.learnerId(), Person.unknown(key.learnerId()));
    }
}

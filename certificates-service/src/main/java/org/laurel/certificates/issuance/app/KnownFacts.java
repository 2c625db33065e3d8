package org.laurel.certificates.issuance.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.laurel.certificates.course.db.SettingsLog;
import org.laurel.certificates.course.domain.SettingsHistory;
import org.laurel.certificates.issuance.db.CaseStore;
import org.laurel.certificates.issuance.db.FactLog;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CourseRecord;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.Fold;
import org.laurel.certificates.issuance.domain.StoredCase;
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
    private final SettingsLog settings;
    private final LearnerDirectory learners;

    KnownFacts(KeyLocks locks, CaseStore cases, FactLog facts, SettingsLog settings, LearnerDirectory learners) {
        this.locks = locks;
        this.cases = cases;
        this.facts = facts;
        this.settings = settings;
        this.learners = learners;
    }

    /** A case with its past, and what it comes to with the new facts. */
    record Outcome(StoredCase before, CourseRecord after, Learner learner, SettingsHistory settings) {}

    /**
     * Folds the new facts of each case; a case without new facts is folded again from the start.
     *
     * @param again cases to fold from the start although their new facts are newer, since something before has changed
     * @return an outcome for each case
     */
    List<Outcome> fold(Collection<CaseKey> keys, Map<CaseKey, List<Fact>> added, Set<CaseKey> again) {
        Set<String> courseKeys =
                keys.stream().map(key -> key.courseKey().value()).collect(Collectors.toCollection(TreeSet::new));
        // From here on nobody adds settings to these course runs before we have committed.
        locks.hold(courseKeys);
        Map<CourseKey, SettingsHistory> histories =
                settings.histories(courseKeys.stream().map(CourseKey::new).toList());
        Set<LearnerId> learnerIds = keys.stream().map(CaseKey::learnerId).collect(Collectors.toSet());
        Map<LearnerId, Person> people = learners.people(learnerIds);
        Map<CaseKey, StoredCase> stored = cases.load(keys);

        Map<CaseKey, CourseRecord> folded = new LinkedHashMap<>();
        List<CaseKey> late = new ArrayList<>();
        for (CaseKey key : keys) {
            CourseRecord record = stored.getOrDefault(key, StoredCase.none(key)).record();
            List<Fact> newer = added.getOrDefault(key, List.of());
            Fold fold = foldFor(key, histories, people);
            if (!newer.isEmpty() && !again.contains(key) && fold.continues(record, newer)) {
                folded.put(key, fold.onto(record, newer));
            } else {
                late.add(key);
            }
        }
        Map<CaseKey, List<Fact>> everything = facts.load(late);
        late.forEach(key ->
                folded.put(key, foldFor(key, histories, people).all(everything.getOrDefault(key, List.of()))));

        List<Outcome> outcomes = new ArrayList<>(folded.size());
        folded.forEach((key, record) -> outcomes.add(new Outcome(
                stored.getOrDefault(key, StoredCase.none(key)),
                record,
                person(key, people).learner(),
                histories.getOrDefault(key.courseKey(), SettingsHistory.UNKNOWN))));
        return outcomes;
    }

    private static Fold foldFor(CaseKey key, Map<CourseKey, SettingsHistory> histories, Map<LearnerId, Person> people) {
        return new Fold(
                histories.getOrDefault(key.courseKey(), SettingsHistory.UNKNOWN),
                person(key, people).names());
    }

    private static Person person(CaseKey key, Map<LearnerId, Person> people) {
        return people.getOrDefault(key.learnerId(), Person.unknown(key.learnerId()));
    }
}

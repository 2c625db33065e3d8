package org.laurel.certificates.issuance.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.certificates.learner.domain.IdentityVerification;
import org.laurel.certificates.learner.domain.LearnerFact;
import org.laurel.certificates.learner.domain.LearnerHistory;
import org.laurel.certificates.learner.domain.NameHistory;

/** What arrives: settings, policies, something about the learner, or a fact about the case. */
sealed interface Told {

    record OfSettings(CourseSettings settings) implements Told {}

    record OfRun(RunPolicy policy) implements Told {}

    record OfSite(SitePolicy policy) implements Told {}

    record OfLearner(LearnerFact fact) implements Told {}

    record OfName(NameHistory.Name name) implements Told {}

    record OfCase(Fact fact) implements Told {}

    /** The facts about the case among what was told, each once. */
    static List<Fact> facts(List<Told> told) {
        return told.stream()
                .filter(OfCase.class::isInstance)
                .map(OfCase.class::cast)
                .map(OfCase::fact)
                .distinct()
                .toList();
    }

    /** A fold that knows all that was told, settings with ids in order of arrival as the database gives them. */
    static Fold fold(List<Told> told) {
        return new Fold(Given.CASE, terms(told), learner(told), List.of());
    }

    /** The terms among what was told. */
    static TermsHistory terms(List<Told> told) {
        List<CourseSettings> settings = new ArrayList<>();
        List<RunPolicy> runs = new ArrayList<>();
        List<SitePolicy> sites = new ArrayList<>();
        for (Told one : told.stream().distinct().toList()) {
            switch (one) {
                case OfSettings arrived -> settings.add(Given.withId(arrived.settings(), settings.size() + 1));
                case OfRun arrived -> runs.add(arrived.policy());
                case OfSite arrived -> sites.add(arrived.policy());
                default -> {}
            }
        }
        return new TermsHistory(settings, runs, sites, Given.SITE);
    }

    /** What was told of the learner. */
    static LearnerHistory learner(List<Told> told) {
        List<NameHistory.Name> names = new ArrayList<>();
        List<IdentityVerification> identities = new ArrayList<>();
        List<CertificatePreferences> preferences = new ArrayList<>();
        for (Told one : told.stream().distinct().toList()) {
            switch (one) {
                case OfName arrived -> names.add(arrived.name());
                case OfLearner(IdentityVerification identity) -> identities.add(identity);
                case OfLearner(CertificatePreferences wishes) -> preferences.add(wishes);
                default -> {}
            }
        }
        names.sort(Comparator.comparing(NameHistory.Name::since).thenComparing(NameHistory.Name::name));
        return new LearnerHistory(new NameHistory(names), identities, preferences);
    }

    /** Takes arrivals in as the use case does: in batches, a step when they are newer, all over again when one is late. */
    static CourseRecord takeIn(List<Told> arrivals, Random random) {
        List<Told> log = new ArrayList<>();
        CourseRecord record = CourseRecord.EMPTY;
        int next = 0;
        while (next < arrivals.size()) {
            int end = Math.min(arrivals.size(), next + 1 + random.nextInt(3));
            record = takeIn(record, log, arrivals.subList(next, end));
            next = end;
        }
        return record;
    }

    /** Takes one batch in, onto a record of what is in the log. */
    static CourseRecord takeIn(CourseRecord record, List<Told> log, List<Told> batch) {
        batch.stream().distinct().filter(fact -> !log.contains(fact)).forEach(log::add);
        Fold fold = fold(log);
        List<Fact> added = facts(batch);
        return !added.isEmpty() && fold.continues(record, added)
                ? fold.onto(record, added).record()
                : fold.all(facts(log), List.of()).record();
    }
}

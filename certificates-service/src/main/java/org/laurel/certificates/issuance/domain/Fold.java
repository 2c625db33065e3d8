package org.laurel.certificates.issuance.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.certificates.course.domain.SettingsHistory;
import org.laurel.certificates.learner.domain.NameHistory;
import org.laurel.kit.domain.FactOrder;

/**
 * Folds the facts about one learner in one course run in business-time order, so that any order of arrival and any repetition
 * end in the same certificate. A newer fact is a single step on the last result; a late one means folding again from the start.
 */
public final class Fold {

    private static final Comparator<Fact> IN_ORDER = Comparator.comparing(Fact::order);

    private final SettingsHistory settings;
    private final NameHistory names;

    /** Facts are judged by the settings and names that were valid at their time. */
    public Fold(SettingsHistory settings, NameHistory names) {
        this.settings = settings;
        this.names = names;
    }

    /** Whether the facts can be folded onto the record: they are newer, and no unknown version of the settings came between. */
    public boolean continues(CourseRecord record, List<? extends Fact> facts) {
        FactOrder foldedTo = record.foldedTo();
        return foldedTo != null
                && record.settingsKnown() == settings.known()
                && facts.stream().allMatch(fact -> fact.order().isAfter(foldedTo));
    }

    /** Folds newer facts onto a record. */
    public CourseRecord onto(CourseRecord record, List<? extends Fact> newer) {
        CourseRecord result = record;
        for (Fact fact : newer.stream().sorted(IN_ORDER).toList()) {
            result = step(result, fact).after();
        }
        return result;
    }

    /** Folds all facts from the start, the course run's settings among them. */
    public CourseRecord all(List<? extends Fact> facts) {
        return onto(CourseRecord.EMPTY, withSettings(facts));
    }

    /** The steps that {@link #all} takes, in order: why the result is what it is. */
    public List<Step> steps(List<? extends Fact> facts) {
        List<Step> steps = new ArrayList<>();
        CourseRecord result = CourseRecord.EMPTY;
        for (Fact fact : withSettings(facts).stream().sorted(IN_ORDER).toList()) {
            Step step = step(result, fact);
            steps.add(step);
            result = step.after();
        }
        return steps;
    }

    /** One fact, what was decided, and the result up to there. */
    public record Step(Fact fact, Decision decision, CourseRecord after) {}

    private List<Fact> withSettings(List<? extends Fact> facts) {
        Stream<Fact> versions = settings.versions().stream().map(Fact.Settings::new);
        return Stream.concat(facts.stream(), versions).toList();
    }

    private Step step(CourseRecord record, Fact fact) {
        Standing standing = record.standing().after(fact);
        Decision decision = CertificateRules.decide(
                new CertificateRules.Situation(
                        standing,
                        record.certificate(),
                        settings.at(fact.order()),
                        names.at(fact.order().occurredAt())),
                fact);
        Certificate certificate = switch (decision) {
            case Decision.Changed changed -> changed.certificate();
            case Decision.Unchanged unchanged -> record.certificate();
        };
        return new Step(fact, decision, new CourseRecord(standing, certificate, fact.order(), settings.known()));
    }
}

package org.laurel.certificates.issuance.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.learner.domain.LearnerHistory;
import org.laurel.kit.domain.FactOrder;

/**
 * Folds the facts about one learner in one course run in business-time order, so that any order of arrival and any repetition
 * end in the same certificate. A newer fact is a single step on the last result; a late one means folding again from the start.
 */
public final class Fold {

    private static final Comparator<Fact> IN_ORDER = Comparator.comparing(Fact::order);

    private final CaseKey key;
    private final TermsHistory terms;
    private final LearnerHistory learner;
    private final List<GenerationPolicy> policies;

    /** Facts are judged by the terms and by what was known of the learner at their time. */
    public Fold(CaseKey key, TermsHistory terms, LearnerHistory learner, List<GenerationPolicy> policies) {
        this.key = key;
        this.terms = terms;
        this.learner = learner;
        this.policies = policies;
    }

    /**
     * Whether the facts can be folded onto the record: they are newer, replace none that are folded already, and nothing else
     * has become known in between.
     */
    public boolean continues(CourseRecord record, List<? extends Fact> facts) {
        FactOrder foldedTo = record.foldedTo();
        return foldedTo != null
                && record.termsKnown() == terms.known()
                && record.learnerKnown() == learner.known()
                && facts.stream()
                        .allMatch(fact -> fact.order().isAfter(foldedTo)
                                && !Statements.isNumbered(fact)
                                && Snapshots.isNewer(fact, record.standing().completion()));
    }

    /**
     * What facts come to.
     *
     * @param decision what was decided about the last of the new facts, null without any
     * @param shapedBy the fact that changed the certificate last, null when none of those folded did
     */
    public record Result(
            CourseRecord record,
            @Nullable Decision decision,
            @Nullable Fact shapedBy) {}

    /** Folds newer facts onto a record. */
    public Result onto(CourseRecord record, List<? extends Fact> newer) {
        return onto(record, Snapshots.placed(newer), newer);
    }

    /** Folds all facts from the start, those about the terms and the learner among them; some of them are new. */
    public Result all(List<? extends Fact> facts, List<? extends Fact> fresh) {
        return onto(CourseRecord.EMPTY, complete(facts), fresh);
    }

    private Result onto(CourseRecord record, List<? extends Fact> facts, List<? extends Fact> fresh) {
        CourseRecord result = record;
        Decision decision = null;
        Fact shapedBy = null;
        for (Fact fact : inOrder(facts)) {
            Step step = step(result, fact);
            result = step.after();
            decision = Snapshots.contains(fresh, fact) ? step.decision() : decision;
            shapedBy = step.decision() instanceof Decision.Changed ? fact : shapedBy;
        }
        return new Result(result, decision, shapedBy);
    }

    /** The steps that {@link #all} takes, in order: why the result is what it is. */
    public List<Step> steps(List<? extends Fact> facts) {
        List<Step> steps = new ArrayList<>();
        CourseRecord result = CourseRecord.EMPTY;
        for (Fact fact : inOrder(complete(facts))) {
            Step step = step(result, fact);
            steps.add(step);
            result = step.after();
        }
        return steps;
    }

    /** One fact, what was decided, and the result up to there. */
    public record Step(Fact fact, Decision decision, CourseRecord after) {}

    /** What the rules would look at if a certificate were asked for right after the last of the steps. */
    public Situation now(List<Step> steps, FactOrder at) {
        CourseRecord record =
                steps.isEmpty() ? CourseRecord.EMPTY : steps.getLast().after();
        return situation(record, record.standing(), at);
    }

    private List<Fact> complete(List<? extends Fact> facts) {
        Stream<Fact> changes =
                terms.changes().stream().map(change -> new Fact.TermsChanged(change.order(), change.what()));
        Stream<Fact> known = Stream.concat(learner.identities().stream(), learner.preferences().stream())
                .map(Fact.AboutLearner::new);
        Stream<Fact> names = learner.names().changes().stream().map(Fact.Renamed::new);
        return Stream.of(Snapshots.placed(Statements.inForce(facts)).stream(), changes, known, names)
                .<Fact>flatMap(stream -> stream)
                .toList();
    }

    private Step step(CourseRecord record, Fact fact) {
        Standing standing = record.standing().after(fact);
        Situation situation = situation(record, standing, fact.order());
        Terms before = fact instanceof Fact.TermsChanged ? terms.before(fact.order()) : situation.terms();
        Decision decision = CertificateRules.decide(situation, fact, before);
        Certificate certificate =
                decision instanceof Decision.Changed changed ? changed.certificate() : record.certificate();
        Standing decided = standing.decided(fact, record.certificate(), certificate, situation.terms());
        return new Step(
                fact, decision, new CourseRecord(decided, certificate, fact.order(), terms.known(), learner.known()));
    }

    private Situation situation(CourseRecord record, Standing standing, FactOrder at) {
        return new Situation(
                key,
                record.standing(),
                standing,
                record.certificate(),
                terms.at(at),
                learner.at(at),
                at,
                GenerationMode.BATCH,
                false,
                policies);
    }

    private static List<? extends Fact> inOrder(List<? extends Fact> facts) {
        return facts.size() < 2 ? facts : facts.stream().sorted(IN_ORDER).toList();
    }
}

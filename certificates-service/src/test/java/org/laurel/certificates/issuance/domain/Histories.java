package org.laurel.certificates.issuance.domain;

import static org.laurel.certificates.issuance.domain.Given.at;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.laurel.certificates.course.domain.CatalogueFacts;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.certificates.issuance.domain.Fact.Allowlisted.Entry;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.certificates.learner.domain.IdentityVerification;
import org.laurel.certificates.learner.domain.NameHistory;
import org.laurel.kit.domain.FactOrder;

/** Random histories of facts of all kinds, many at the same minute, with answers of a renderer to what they lead to. */
final class Histories {

    private static final int KINDS = 21;
    private static final int LONGEST = 10;

    private Histories() {}

    static Arbitrary<List<Told>> any() {
        Arbitrary<Draft> draft = Combinators.combine(
                        Arbitraries.integers().between(0, KINDS - 1),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of("audit", "verified", "honor"),
                        Arbitraries.of(CertificateStatus.class))
                .as(Draft::new);
        Arbitrary<List<Integer>> answers =
                Arbitraries.integers().between(0, 3).list().ofSize(LONGEST);
        return Combinators.combine(draft.list().ofMinSize(1).ofMaxSize(LONGEST), answers)
                .as((drafts, choices) -> answered(
                        IntStream.range(0, drafts.size())
                                .mapToObj(place -> drafts.get(place).told(place))
                                .toList(),
                        choices));
    }

    /** Adds answers to the requests that the history leads to, and to those that the answers lead to. */
    private static List<Told> answered(List<Told> history, List<Integer> choices) {
        List<Told> all = new ArrayList<>(history);
        Set<String> seen = new HashSet<>();
        for (int round = 0; round < 2; round++) {
            for (Fold.Step step : Told.fold(all).steps(Told.facts(all))) {
                if (step.decision() instanceof Decision.Changed changed) {
                    String request = changed.certificate().file().requestId();
                    if (!request.isEmpty() && seen.add(request)) {
                        answer(step, request, choices.get(seen.size() % choices.size()), all);
                    }
                }
            }
        }
        return all;
    }

    private static void answer(Fold.Step step, String request, int choice, List<Told> all) {
        RenderAnswer answer = switch (choice) {
            case 0 -> new RenderAnswer.Made("f" + request.substring(0, 4), "/" + request + ".pdf");
            case 1 -> new RenderAnswer.Removed();
            default -> new RenderAnswer.Failed("No fonts.");
        };
        if (choice != 3) {
            all.add(new Told.OfCase(Fact.Rendered.to(step.fact().order().occurredAt(), request, answer)));
        }
    }

    private record Draft(int kind, int minute, boolean flag, boolean other, String mode, CertificateStatus status) {

        Told told(int place) {
            FactOrder order = new FactOrder(at(minute), place, kind, "/x", "x" + place);
            return switch (kind) {
                case 0 -> new Told.OfSettings(Given.settings(place + 1, minute, flag || other, !flag && !other));
                case 1, 2 -> new Told.OfCase(new Fact.Enrolled(order, mode, flag || other));
                case 3, 4 -> new Told.OfCase(Given.status(flag, flag ? "0.9" : "0.2", minute, "p" + place));
                case 5 ->
                    new Told.OfLearner(new IdentityVerification(
                            order, flag ? "approved" : "denied", other ? at(minute + 3) : null));
                case 6 ->
                    new Told.OfLearner(new CertificatePreferences(
                            order, flag, other ? "A. L." : null, false, null, "private", place));
                case 7 -> new Told.OfCase(new Fact.ExamRejected(order, null));
                case 8 -> new Told.OfCase(new Fact.BetaTester(order, flag));
                case 9 -> new Told.OfCase(new Fact.Allowlisted(order, entry()));
                case 10 -> new Told.OfCase(new Fact.Invalidated(order, flag));
                case 11 -> new Told.OfCase(new Fact.DateOverridden(order, flag ? at(minute) : null));
                case 12, 13 -> new Told.OfCase(new Fact.Requested(order, command(), by()));
                case 14 ->
                    new Told.OfRun(
                            new RunPolicy(place, at(minute), other ? flag : null, flag, false, false, null, null));
                case 15 ->
                    new Told.OfSite(new SitePolicy(
                            place,
                            at(minute),
                            flag,
                            other,
                            !other,
                            flag || other,
                            false,
                            false,
                            other,
                            IssuingMode.LIVE));
                case 17, 18 ->
                    new Told.OfCase(new Fact.Progressed(
                            new FactOrder(at(minute), place / 2, Fact.Progressed.KIND, "/x", "x" + place),
                            new BigDecimal(flag ? "0.9" : other ? "0.8" : "0.3")));
                case 19 -> new Told.OfRun(completing(place));
                case 16 -> new Told.OfName(new NameHistory.Name(at(minute), "Ada " + place));
                default -> new Told.OfCase(flag ? stated(order) : new Fact.Graded(order, new BigDecimal("0.55")));
            };
        }

        private RunPolicy completing(int place) {
            BigDecimal threshold = new BigDecimal(mode.equals("audit") ? "0.9" : "0.8");
            return new RunPolicy(
                    place,
                    at(minute),
                    null,
                    false,
                    false,
                    false,
                    null,
                    null,
                    CatalogueFacts.NONE,
                    new CompletionRule(other && mode.equals("honor") ? null : threshold, flag));
        }

        private Entry entry() {
            return flag ? Entry.ENABLED : other ? Entry.REMOVED : Entry.DISABLED;
        }

        private CertificateCommand command() {
            return flag
                    ? other ? CertificateCommand.GENERATE : CertificateCommand.ADD
                    : other ? CertificateCommand.REGENERATE : CertificateCommand.DELETE;
        }

        private GenerationMode by() {
            return mode.equals("honor") ? GenerationMode.SELF : GenerationMode.BATCH;
        }

        private Fact stated(FactOrder order) {
            FactOrder place = other
                    ? order
                    : new FactOrder(
                            order.occurredAt(), FactOrder.NO_SEQUENCE, order.kind(), order.source(), order.id());
            return new Fact.Stated(
                    place, new StatedCertificate(status, mode, "0.7", null, null, null, null, "", "", ""));
        }
    }
}

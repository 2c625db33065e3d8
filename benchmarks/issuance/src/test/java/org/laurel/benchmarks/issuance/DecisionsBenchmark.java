package org.laurel.benchmarks.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CertificateCommand;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.CourseRecord;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.Fact.Allowlisted.Entry;
import org.laurel.certificates.issuance.domain.Fold;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.certificates.learner.domain.LearnerHistory;
import org.laurel.certificates.learner.domain.NameHistory;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;
import org.laurel.measuring.Stopwatch;
import org.laurel.measuring.Timings;

/**
 * Decisions on one core, from memory: each step of the fold takes one fact in and decides, as for an event that arrives in
 * order. Beside it the same loop with a rule that never changes anything, for what the loop itself costs. Asserts counts, never
 * times.
 */
class DecisionsBenchmark {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final CourseKey COURSE = new CourseKey("course-v1:Bench+Decisions+2026");
    private static final BigDecimal HIGH = new BigDecimal("0.88");
    private static final BigDecimal LOW = new BigDecimal("0.41");

    /** What happens to every learner: four of the facts change the certificate. */
    private static final List<Fact> FACTS = List.of(
            new Fact.PassingStatus(order(1, Fact.PassingStatus.KIND), true, HIGH),
            new Fact.PassingStatus(order(2, Fact.PassingStatus.KIND), true, HIGH),
            new Fact.PassingStatus(order(3, Fact.PassingStatus.KIND), false, LOW),
            new Fact.PassingStatus(order(4, Fact.PassingStatus.KIND), false, LOW),
            new Fact.Allowlisted(order(5, Fact.Allowlisted.KIND), Entry.ENABLED),
            new Fact.ExamRejected(order(6, Fact.ExamRejected.KIND), null),
            new Fact.Invalidated(order(7, Fact.Invalidated.KIND), true),
            new Fact.Requested(order(8, Fact.Requested.KIND), CertificateCommand.GENERATE, GenerationMode.BATCH));

    private static final int CHANGES = 4;
    private static final int CASES = Integer.getInteger("benchmark.decisions", 200_000) / FACTS.size();
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 1);
    private static final int WARM_UP = 5;

    private final TermsHistory terms = new TermsHistory(
            List.of(new CourseSettings(1, 1, START, false, true, true, "end", null, false, null, "Bench", "Bench")),
            List.of(),
            List.of(),
            SitePolicy.startingIn(IssuingMode.LIVE));
    private final LearnerHistory learner =
            LearnerHistory.of(new NameHistory(List.of(new NameHistory.Name(START, "Learner"))));
    private final List<CaseKey> cases = IntStream.range(0, CASES)
            .mapToObj(number -> new CaseKey(new LearnerId("learner-" + number), COURSE))
            .toList();

    @Test
    void measures() {
        CourseRecord enrolled = fold(cases.getFirst())
                .all(List.of(new Fact.Enrolled(order(0, Fact.Enrolled.KIND), "verified", true)), List.of())
                .record();
        Timings decisions = new Timings();
        Timings empty = new Timings();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double deciding = seconds(() -> changes(enrolled, DecisionsBenchmark::decide), CHANGES * (long) CASES);
            double looping = seconds(() -> changes(enrolled, DecisionsBenchmark::takeOnly), 0);
            if (round >= 0) {
                decisions.add(deciding);
                empty.add(looping);
            }
        }
        report(decisions.median(), empty.median());
    }

    /** One step of the fold or what stands in for it. */
    private interface Step {
        CourseRecord take(Fold fold, CourseRecord record, Fact fact);
    }

    private long changes(CourseRecord start, Step step) {
        long changes = 0;
        for (CaseKey key : cases) {
            Fold fold = fold(key);
            CourseRecord record = start;
            for (Fact fact : FACTS) {
                CourseRecord next = step.take(fold, record, fact);
                changes += status(next) == status(record) ? 0 : 1;
                record = next;
            }
        }
        return changes;
    }

    private static @Nullable CertificateStatus status(CourseRecord record) {
        return record.certificate() == null ? null : record.certificate().status();
    }

    private Fold fold(CaseKey key) {
        return new Fold(key, terms, learner, List.of());
    }

    private static CourseRecord decide(Fold fold, CourseRecord record, Fact fact) {
        return fold.onto(record, List.of(fact)).record();
    }

    private static CourseRecord takeOnly(Fold fold, CourseRecord record, Fact fact) {
        return new CourseRecord(
                record.standing().after(fact),
                record.certificate(),
                fact.order(),
                record.termsKnown(),
                record.learnerKnown());
    }

    private static double seconds(LongSupplier loop, long expectedChanges) {
        Stopwatch watch = new Stopwatch();
        long changes = loop.getAsLong();
        double seconds = watch.seconds();
        assertThat(changes).isEqualTo(expectedChanges);
        return seconds;
    }

    private static void report(double decisions, double empty) {
        long count = (long) CASES * FACTS.size();
        Logger.getLogger("benchmark")
                .warn(String.format(
                        Locale.ROOT,
                        """

                        02-decisions: %d decisions on one core, %d rounds, medians
                          decisions    %.2f million/s  (%.0f ns each)
                          empty rule   %.2f million/s  (%.0f ns each)
                        """,
                        count,
                        ROUNDS,
                        count / decisions / 1e6,
                        decisions / count * 1e9,
                        count / empty / 1e6,
                        empty / count * 1e9));
    }

    private static FactOrder order(int minute, int kind) {
        return new FactOrder(START.plusSeconds(60L * minute), FactOrder.NO_SEQUENCE, kind, "/bench", "f" + minute);
    }
}

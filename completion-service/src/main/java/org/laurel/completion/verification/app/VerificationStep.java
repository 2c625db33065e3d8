package org.laurel.completion.verification.app;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.verification.app.LearnerVerifying.Compared;
import org.laurel.completion.verification.db.VerificationCandidates;
import org.laurel.completion.verification.db.VerificationCandidates.NotedCourse;
import org.laurel.completion.verification.db.VerificationCandidates.Position;
import org.laurel.completion.verification.db.VerificationQuery;
import org.laurel.completion.verification.db.VerificationTable;
import org.laurel.completion.verification.domain.Difference;
import org.laurel.completion.verification.domain.Outcome;
import org.laurel.completion.verification.domain.Verification;
import org.laurel.completion.verification.domain.Verification.Numbers;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;

/**
 * Works a verification off: first learners, a chunk of one course run at a time, then the numbers of the course runs. The cursor is a
 * letter for the part and where it ended, separated by line feeds.
 */
@ApplicationScoped
class VerificationStep implements JobStep {

    static final String KIND = "verify-completion";

    /** A chunk holds all completions and sums of its learners in memory, so it is smaller than others. */
    private static final int LEARNERS = 250;

    private static final String NUMBERS = "n";

    private final Jobs jobs;
    private final VerificationQuery verifications;
    private final VerificationTable table;
    private final VerificationCandidates candidates;
    private final LearnerVerifying learners;
    private final NumberVerifying numbers;
    private final ProgressAccounting accounting;
    private final Clock clock;
    private final MeterRegistry metrics;

    VerificationStep(
            Jobs jobs,
            VerificationQuery verifications,
            VerificationTable table,
            VerificationCandidates candidates,
            LearnerVerifying learners,
            NumberVerifying numbers,
            ProgressAccounting accounting,
            Clock clock,
            MeterRegistry metrics) {
        this.jobs = jobs;
        this.verifications = verifications;
        this.table = table;
        this.candidates = candidates;
        this.learners = learners;
        this.numbers = numbers;
        this.accounting = accounting;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress advance(Chunk chunk) {
        Verification verification = verifications
                .ofJob(chunk.jobId())
                .orElseThrow(() -> new IllegalStateException("job " + chunk.jobId() + " belongs to no verification"));
        String cursor = chunk.cursor();
        if (cursor == null) {
            begin(verification);
            return new Progress("l\n\n", 0);
        }
        String[] parts = cursor.split("\n", -1);
        return parts[0].equals(NUMBERS)
                ? compareNumbers(verification, parts[1])
                : compareLearners(verification, new Position(parts[1], parts[2]));
    }

    @Override
    public void finished(Job job) {
        table.finish(job.id(), job.state(), job.done(), job.total(), job.counts(), clock.instant());
    }

    /** Not when it is started: it may take its time, and somebody waits for that answer. */
    private void begin(Verification verification) {
        Verification.Scope scope = verification.scope();
        if (scope.sample() != null) {
            candidates.draw(verification.id(), scope.sample(), scope.courseKey());
        } else if (scope.listed() == null && scope.numbers() != Numbers.NONE) {
            candidates.courses(verification.id(), scope.courseKey(), scope.numbers() == Numbers.ALL);
        }
        jobs.total(verification.jobId(), candidates.count(verification.id(), scope));
    }

    private Progress compareLearners(Verification verification, Position after) {
        Compared compared = learners.next(verification, after, LEARNERS);
        if (compared.learners().isEmpty()) {
            return new Progress(NUMBERS + "\n", 0);
        }
        CourseLearner last = compared.learners().getLast();
        List<CourseLearner> different = compared.different();
        boolean repaired = verification.repairs() && !different.isEmpty();
        if (repaired) {
            accounting.apply(different.stream()
                    .<ProgressCommand>map(key -> new ProgressCommand.Recount(key, null, true, verification.cause()))
                    .toList());
        }
        table.keep(verification.id(), compared.differences());
        Numbers wanted = verification.scope().numbers();
        if (wanted != Numbers.NONE || repaired) {
            // Rows that were wrong may have been wrong by themselves, and then putting them right has moved numbers
            // that were right.
            candidates.course(verification.id(), last.courseKey(), repaired || wanted == Numbers.ALL);
        }
        Map<Outcome, Integer> counts = Map.of(
                Outcome.RIGHT, compared.learners().size() - compared.behind() - different.size(),
                Outcome.DIFFERENT, different.size(),
                Outcome.BEHIND, compared.behind(),
                Outcome.REPAIRED, repaired ? different.size() : 0,
                Outcome.ROWS, compared.differences().size());
        String cursor =
                "l\n" + last.courseKey().value() + "\n" + last.learnerId().value();
        return progress(cursor, compared.learners().size(), counts);
    }

    private Progress compareNumbers(Verification verification, String after) {
        Optional<NotedCourse> next = candidates.nextCourse(verification.id(), after);
        if (next.isEmpty()) {
            return Progress.finished(0);
        }
        List<Difference> differences = numbers.verify(next.get(), verification.repairs());
        table.keep(verification.id(), differences);
        Map<Outcome, Integer> counts = Map.of(
                Outcome.COURSE_RUNS,
                1,
                Outcome.NUMBERS,
                differences.size(),
                Outcome.NUMBERS_REPAIRED,
                verification.repairs() ? differences.size() : 0);
        return progress(NUMBERS + "\n" + next.get().courseKey().value(), 0, counts);
    }

    private Progress progress(@Nullable String cursor, int done, Map<Outcome, Integer> counts) {
        metrics.counter("laurel.completion.verified").increment(done);
        metrics.counter("laurel.completion.differences")
                .increment(counts.getOrDefault(Outcome.ROWS, 0) + counts.getOrDefault(Outcome.NUMBERS, 0));
        Map<String, Long> words = new HashMap<>();
        counts.forEach((outcome, count) -> {
            if (count > 0) {
                words.put(outcome.word(), (long) count);
            }
        });
        return new Progress(cursor, done, words);
    }
}

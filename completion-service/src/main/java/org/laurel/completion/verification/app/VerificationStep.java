package org.laurel.completion.verification.app;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.app.Recounting;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.verification.app.LearnerVerifying.Compared;
import org.laurel.completion.verification.app.NumberVerifying.Piece;
import org.laurel.completion.verification.db.DifferencesLeft;
import org.laurel.completion.verification.db.VerificationCandidates;
import org.laurel.completion.verification.db.VerificationCandidates.Position;
import org.laurel.completion.verification.db.VerificationCourses;
import org.laurel.completion.verification.db.VerificationCourses.NotedCourse;
import org.laurel.completion.verification.db.VerificationQuery;
import org.laurel.completion.verification.db.VerificationSample;
import org.laurel.completion.verification.db.VerificationTable;
import org.laurel.completion.verification.domain.Outcome;
import org.laurel.completion.verification.domain.Verification;
import org.laurel.completion.verification.domain.Verification.Numbers;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;

/**
 * Works a verification off: first learners, a chunk of one course run at a time, then the numbers of the course runs, a piece at a
 * time. The cursor is a letter for the part and where it ended, separated by line feeds: for numbers the course run, and when there
 * is more of it, after which block.
 */
@ApplicationScoped
class VerificationStep implements JobStep {

    static final String KIND = "verify-completion";

    /** A chunk holds all completions and sums of its learners in memory, so it is smaller than others. */
    private static final int LEARNERS = 250;

    /** So many learners who were left different are looked at again every night. */
    private static final int AGAIN = 1_000;

    private static final String NUMBERS = "n";

    private final Jobs jobs;
    private final VerificationQuery verifications;
    private final VerificationTable table;
    private final VerificationCandidates candidates;
    private final VerificationSample sample;
    private final VerificationCourses courses;
    private final DifferencesLeft left;
    private final LearnerVerifying learners;
    private final NumberVerifying numbers;
    private final Recounting recounting;
    private final int runs;
    private final Clock clock;
    private final MeterRegistry metrics;

    VerificationStep(
            Jobs jobs,
            VerificationQuery verifications,
            VerificationTable table,
            VerificationCandidates candidates,
            VerificationSample sample,
            VerificationCourses courses,
            DifferencesLeft left,
            LearnerVerifying learners,
            NumberVerifying numbers,
            Recounting recounting,
            @ConfigProperty(name = "laurel.completion.verify.course-runs") int runs,
            Clock clock,
            MeterRegistry metrics) {
        this.jobs = jobs;
        this.verifications = verifications;
        this.table = table;
        this.candidates = candidates;
        this.sample = sample;
        this.courses = courses;
        this.left = left;
        this.learners = learners;
        this.numbers = numbers;
        this.recounting = recounting;
        this.runs = runs;
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
        String[] parts = cursor.split("\n", 3);
        return parts[0].equals(NUMBERS)
                ? compareNumbers(verification, parts[1], parts.length == 3 ? parts[2] : null)
                : compareLearners(verification, new Position(parts[1], parts[2]));
    }

    @Override
    public void finished(Job job) {
        table.finish(job.id(), job.state(), job.done(), job.total(), job.counts(), clock.instant());
    }

    /** Not when it is started: it may take its time, and somebody waits for that answer. */
    private void begin(Verification verification) {
        Verification.Scope scope = verification.scope();
        long id = verification.id();
        if (scope.sample() != null) {
            sample.draw(id, scope.sample(), scope.courseKey());
        } else if (scope.listed() == null && scope.numbers() != Numbers.NONE) {
            courses.all(id, scope.courseKey(), scope.numbers() == Numbers.ALL);
        }
        if (verification.night() != null) {
            sample.again(id, AGAIN);
            courses.again(id);
            if (runs > 0) {
                courses.turn(id, runs);
            }
        }
        jobs.total(verification.jobId(), candidates.count(id, scope));
    }

    private Progress compareLearners(Verification verification, Position after) {
        Compared compared = learners.next(verification, after, LEARNERS);
        if (compared.learners().isEmpty()) {
            return new Progress(NUMBERS + "\n", 0);
        }
        CourseLearner last = compared.learners().getLast();
        List<CourseLearner> different = compared.different();
        boolean repaired = verification.repairs() && !different.isEmpty();
        List<CourseLearner> stay = repaired
                ? recounting
                        .apply(last.courseKey(), different, true, verification.cause())
                        .learners()
                : different;
        table.keep(verification.id(), compared.differences());
        left.learners(verification.id(), compared.looked(), stay);
        Numbers wanted = verification.scope().numbers();
        if (wanted != Numbers.NONE || repaired) {
            // Rows that were wrong may have been wrong by themselves, and then putting them right has moved numbers
            // that were right.
            courses.add(verification.id(), last.courseKey(), repaired || wanted == Numbers.ALL);
        }
        Map<Outcome, Integer> counts = Map.of(
                Outcome.RIGHT, compared.looked().size() - different.size(),
                Outcome.DIFFERENT, different.size(),
                Outcome.BEHIND, compared.behind().size(),
                Outcome.REPAIRED, different.size() - stay.size(),
                Outcome.ROWS, compared.differences().size());
        String cursor =
                "l\n" + last.courseKey().value() + "\n" + last.learnerId().value();
        return progress(cursor, compared.learners().size(), counts);
    }

    /**
     * Compares the next piece.
     *
     * @param courseKey the course run that was begun or, without a block, ended; empty before the first
     * @param block after which one it goes on, null at the beginning of a course run
     */
    private Progress compareNumbers(Verification verification, String courseKey, @Nullable String block) {
        Optional<NotedCourse> course = block == null
                ? courses.next(verification.id(), courseKey)
                : courses.noted(verification.id(), new CourseKey(courseKey));
        if (course.isEmpty()) {
            return Progress.finished(0);
        }
        Piece piece = numbers.verify(verification.id(), course.get(), block, verification.repairs());
        table.keep(verification.id(), piece.differences());
        Map<Outcome, Integer> counts = Map.of(
                Outcome.COURSE_RUNS,
                piece.next() == null ? 1 : 0,
                Outcome.NUMBERS,
                piece.differences().size(),
                Outcome.NUMBERS_REPAIRED,
                verification.repairs() ? piece.differences().size() : 0);
        String cursor = NUMBERS + "\n" + course.get().courseKey().value();
        return progress(piece.next() == null ? cursor : cursor + "\n" + piece.next(), 0, counts);
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

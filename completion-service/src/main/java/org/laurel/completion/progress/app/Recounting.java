package org.laurel.completion.progress.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.EachAlone;
import org.laurel.kit.sql.Failures;

/**
 * Counts learners of a course run again for a job, so that one whose stored sums cannot be moved keeps nobody else behind: all
 * together; when that fails, each alone; and whoever fails alone from nothing. Each attempt has a transaction of its own, which
 * commits before the job's. A crash in between has the chunk repeated, and who has been counted is counted to the same.
 */
@ApplicationScoped
public class Recounting {

    /** The count of a job that tells how many learners could not be counted. */
    static final String FAILED = "failed";

    /** When so many learners and more are all refused, that is no fault of theirs. */
    private static final int CROWD = 10;

    private static final Logger LOG = Logger.getLogger(Recounting.class);

    private final ProgressAccounting accounting;

    Recounting(ProgressAccounting accounting) {
        this.accounting = accounting;
    }

    /** Learners who could not be counted. Their rows are as before, and those that are behind are counted in memory by reads. */
    public record LeftBehind(List<CourseLearner> learners) {

        public LeftBehind {
            learners = List.copyOf(learners);
        }

        /** What a job counts. */
        public Map<String, Long> counts() {
            return learners.isEmpty() ? Map.of() : Map.of(FAILED, (long) learners.size());
        }
    }

    /**
     * Counts the learners again.
     *
     * @param fromNothing whether stored sums are not to be trusted from the start
     * @throws RuntimeException a failure of infrastructure, which may pass; who has been counted before it stays counted. Or what
     *     stands in the way of all learners when they are ten or more
     */
    public LeftBehind apply(CourseKey courseKey, List<CourseLearner> learners, boolean fromNothing, Cause cause) {
        List<Result> refused = count(learners, fromNothing, cause).stream()
                .filter(result -> result.refusal() != null)
                .toList();
        List<CourseLearner> left = refused.stream()
                .filter(result -> !result.isCounted())
                .map(Result::learner)
                .toList();
        if (left.size() >= CROWD && left.size() == learners.size()) {
            throw Objects.requireNonNull(refused.getFirst().refusal());
        }
        if (!refused.isEmpty()) {
            LOG.warnf(
                    "Course run %s: %d learners could not be counted again like the others (%s). %d of them could not be"
                            + " counted from nothing either, and stay as they were",
                    courseKey.value(), refused.size(), reasons(refused), left.size());
        }
        return new LeftBehind(left);
    }

    /** @param refusal why the learner could not be counted in the first way, null when that was possible */
    private record Result(CourseLearner learner, @Nullable RuntimeException refusal, boolean isCounted) {}

    private List<Result> count(List<CourseLearner> learners, boolean fromNothing, Cause cause) {
        return EachAlone.apply(
                learners,
                some -> {
                    accounting.apply(some.stream()
                            .<ProgressCommand>map(key -> new ProgressCommand.Recount(key, null, fromNothing, cause))
                            .toList());
                    return some.stream()
                            .map(learner -> new Result(learner, null, true))
                            .toList();
                },
                (learner, failure) -> {
                    if (Failures.isTransient(failure)) {
                        throw failure;
                    }
                    boolean counted = !fromNothing
                            && count(List.of(learner), true, cause).getFirst().isCounted();
                    return new Result(learner, failure, counted);
                });
    }

    private static String reasons(List<Result> refused) {
        return refused.stream()
                .map(result -> Failures.describe(Objects.requireNonNull(result.refusal())))
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }
}

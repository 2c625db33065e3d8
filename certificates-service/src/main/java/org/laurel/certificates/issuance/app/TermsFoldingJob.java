package org.laurel.certificates.issuance.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.laurel.certificates.course.app.TermsFolding;
import org.laurel.certificates.course.app.WithheldNewsTelling;
import org.laurel.certificates.course.app.WithheldNewsTelling.Tell;
import org.laurel.certificates.issuance.db.CaseStore;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.sql.Failures;

/**
 * Folds new terms of a course run into the certificates of all its learners, a chunk of learners at a time, after it has told
 * what of the run itself was withheld while it was observed only. Folding again has
 * transactions of its own: what is done stays done, and is not done again if the chunk is repeated.
 *
 * <p>A chunk that fails for a reason of its own is folded learner by learner; those who make it fail are left as they are,
 * counted and named in the log.
 */
@ApplicationScoped
class TermsFoldingJob implements JobStep {

    private static final Logger LOG = Logger.getLogger(TermsFoldingJob.class);
    private static final String FAILED = "failed";

    private final CaseStore cases;
    private final FactFolding folding;
    private final WithheldNewsTelling news;

    TermsFoldingJob(CaseStore cases, FactFolding folding, WithheldNewsTelling news) {
        this.cases = cases;
        this.folding = folding;
        this.news = news;
    }

    @Override
    public String kind() {
        return TermsFolding.JOB;
    }

    @Override
    public Progress advance(Chunk chunk) {
        CourseKey courseKey = new CourseKey(chunk.subject());
        if (chunk.cursor() == null) {
            List<Tell> tell = List.of(new Tell(courseKey, cause(courseKey)));
            QuarkusTransaction.requiringNew().run(() -> news.apply(tell));
        }
        List<LearnerId> learners = cases.behindTerms(courseKey, chunk.after(), CHUNK);
        if (learners.isEmpty()) {
            return Progress.finished(0);
        }
        Map<String, Long> counts =
                folds(courseKey, learners) ? Map.of() : Map.of(FAILED, foldEach(courseKey, learners));
        return new Progress(learners.getLast().value(), learners.size(), counts);
    }

    /** How many of the learners could not be folded. */
    private long foldEach(CourseKey courseKey, List<LearnerId> learners) {
        return learners.stream()
                .filter(learner -> !folds(courseKey, List.of(learner)))
                .count();
    }

    private Cause cause(CourseKey courseKey) {
        return Cause.of("course-run.changed", kind() + ":" + courseKey.value());
    }

    private boolean folds(CourseKey courseKey, List<LearnerId> learners) {
        Cause cause = cause(courseKey);
        List<FactCommand> commands = learners.stream()
                .<FactCommand>map(learner -> new FactCommand.FoldAgain(new CaseKey(learner, courseKey), cause))
                .toList();
        try {
            QuarkusTransaction.requiringNew().run(() -> folding.apply(commands));
            return true;
        } catch (RuntimeException failure) {
            if (Failures.isTransient(failure)) {
                throw failure;
            }
            if (commands.size() == 1) {
                LOG.errorf(
                        "New terms of %s do not reach learner %s: %s",
                        courseKey.value(), learners.getFirst().value(), Failures.describe(failure));
            }
            return false;
        }
    }
}

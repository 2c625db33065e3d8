package org.laurel.programs.grade.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.programs.grade.db.GradeQuery;
import org.laurel.programs.grade.db.GradeQuery.Found;
import org.laurel.programs.grade.domain.GradeKind;
import org.laurel.programs.learner.db.LearnerQuery;

/** What requests about grades name, and where what they state stands among other facts. */
@ApplicationScoped
class StatedGrades {

    /** As for events: clocks differ by a little, and a grade from the future would beat all others until then. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final String SOURCE = "/programs/grades";

    private final GradeQuery grades;
    private final LearnerQuery learners;
    private final Caller caller;
    private final Clock clock;

    StatedGrades(GradeQuery grades, LearnerQuery learners, Caller caller, Clock clock) {
        this.grades = grades;
        this.learners = learners;
        this.caller = caller;
        this.clock = clock;
    }

    /** A statement's place among facts, and who made it. */
    record Statement(FactOrder order, Cause cause) {}

    /**
     * The statement that this request makes. Of statements about one time the later request counts.
     *
     * @param toldAt when the grade came to be, null for now; 400 when that lies in the future
     */
    Statement at(@Nullable Instant toldAt) {
        Instant now = clock.instant();
        Instant at = toldAt == null ? now : toldAt;
        if (at.isAfter(now.plus(CLOCK_TOLERANCE))) {
            throw ProblemException.badRequest("clock_ahead", "lms_last_updated_at must not lie in the future.");
        }
        Cause cause = caller.cause();
        long received = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        return new Statement(new FactOrder(at, received, GradeKind.STATED.place(), SOURCE, cause.id()), cause);
    }

    /** The learner with this username; 400 when there is none, as existing clients know it. */
    LearnerId learner(String username) {
        return learners.byUsername(username)
                .orElseThrow(() ->
                        ProblemException.badRequest("learner_not_found", "There is no learner with this username."));
    }

    /** The key of a course run; 400 when it is not known. */
    CourseKey known(@Nullable CourseKey courseKey) {
        return Optional.ofNullable(courseKey)
                .filter(grades::knows)
                .orElseThrow(() -> ProblemException.badRequest("course_run_not_found", "There is no such course run."));
    }

    /** The grade with this number; 404 when there is none. */
    Found find(String id) {
        return number(id)
                .flatMap(grades::find)
                .orElseThrow(() -> ProblemException.notFound("grade_not_found", "There is no such grade."));
    }

    /** 400 when the members name another learner or course run than the grade is about. */
    void requireSame(JsonNode members, Found found) {
        boolean otherLearner = members.hasNonNull("username")
                && !learner(members.path("username").asText()).equals(found.learnerId());
        boolean otherRun = members.hasNonNull("course_run")
                && !members.path("course_run").asText().equals(found.courseKey().value());
        if (otherLearner || otherRun) {
            throw ProblemException.badRequest(
                    "grade_of_another", "username and course_run must be those of the grade.");
        }
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }
}

package org.laurel.kit.flow;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.problem.ProblemException;

/** The query of a flow. */
public class FlowParameters {

    @QueryParam("learner")
    @Parameter(description = "Id of the learner; it or course is given")
    @Nullable String learner;

    @QueryParam("course")
    @Parameter(
            description =
                    "Key of a course run: only what is about it, and facts of the run itself; alone, only the latter")
    @Nullable String course;

    @QueryParam("from")
    @Parameter(description = "The first moment, RFC 3339; without it, as far back as is kept")
    @Nullable String from;

    @QueryParam("until")
    @Parameter(description = "The last moment, RFC 3339")
    @Nullable String until;

    @QueryParam("after")
    @Parameter(description = "next_cursor of the page before")
    @Nullable String after;

    @QueryParam("limit")
    @DefaultValue("100")
    @Min(1) @Max(500) int limit;

    /**
     * What is asked.
     *
     * @throws ProblemException 400 when a parameter does not parse, or nobody is asked for
     */
    public FlowQuestion question() {
        if (learner == null && course == null) {
            throw ProblemException.badRequest("subject_missing", "Give learner or course, or both.");
        }
        Instant first = from == null ? Instant.EPOCH : time("from", from);
        return new FlowQuestion(
                learner == null ? null : learner(learner),
                course == null ? null : run(course),
                after == null ? FlowPosition.before(first) : FlowPosition.parse(after),
                until == null ? FlowPosition.LAST : time("until", until),
                limit);
    }

    private static String learner(String text) {
        try {
            return new LearnerId(text).value();
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("invalid_learner_id", "learner is not a learner id.");
        }
    }

    private static String run(String text) {
        try {
            return new CourseKey(text).value();
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest(
                    "invalid_course_key", "course is not a course key. It looks like course-v1:Org+Course+Run.");
        }
    }

    private static Instant time(String name, String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(Instant.EPOCH) || time.isAfter(FlowPosition.LAST)) {
                throw new DateTimeException("not a time of ours");
            }
            return time;
        } catch (DateTimeException malformed) {
            throw ProblemException.badRequest("invalid_time", name + " is not an RFC 3339 time.");
        }
    }
}

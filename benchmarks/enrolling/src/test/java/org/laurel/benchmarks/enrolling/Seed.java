package org.laurel.benchmarks.enrolling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.laurel.enrollment.course.app.CourseSubmission;
import org.laurel.enrollment.course.domain.CertificateDisplay;
import org.laurel.enrollment.course.domain.CourseRunMember;
import org.laurel.enrollment.course.domain.CourseRunSettings;
import org.laurel.enrollment.course.domain.EnrollmentWindow;
import org.laurel.enrollment.course.domain.SubmitCourseRun;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.app.LearnerRegistration;
import org.laurel.enrollment.learner.domain.Account;
import org.laurel.enrollment.learner.domain.SubmitLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Sql;

/** Learners who are enrolled nowhere and a course run that takes them: the state that every round starts from. */
@ApplicationScoped
class Seed {

    static final CourseKey COURSE = new CourseKey("course-v1:Bench+Enrolling+2026");
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int CHUNK = 1_000;
    private static final Cause CAUSE = Cause.of("/bench", "seed");

    private final LearnerRegistration learners;
    private final CourseSubmission courses;
    private final Sql sql;

    Seed(LearnerRegistration learners, CourseSubmission courses, Sql sql) {
        this.learners = learners;
        this.courses = courses;
        this.sql = sql;
    }

    static LearnerId learner(int number) {
        return new LearnerId(String.format("%08d", number));
    }

    static String username(int number) {
        return "learner" + number;
    }

    static Account account(int number) {
        return new Account(username(number), username(number) + "@example.org", "Learner " + number, true);
    }

    /** Empties the tables and makes learners 0 to count - 1 known. */
    void plant(int count) {
        sql.update(
                "truncate inbox, outbox, parked_event, key_lock, job, learner, learner_history, course_run, enrollment,"
                        + " enrollment_history, newest_fact, manual_enrollment, bulk_enrollment, bulk_enrollment_row"
                        + " restart identity cascade");
        courses.apply(List.of(new SubmitCourseRun(COURSE, settings(), CourseRunMember.ALL, asked("course"), CAUSE)));
        for (int from = 0; from < count; from += CHUNK) {
            learners.apply(IntStream.range(from, Math.min(count, from + CHUNK))
                    .mapToObj(number ->
                            new SubmitLearner(learner(number), account(number), null, asked("l" + number), CAUSE))
                    .toList());
        }
        sql.update("update job set state = 'done'");
        sql.update("truncate outbox restart identity");
        sql.update("analyze");
    }

    private static BusinessTime asked(String id) {
        return new BusinessTime.Asked(START, id);
    }

    private static CourseRunSettings settings() {
        return new CourseRunSettings(
                "Enrolling",
                "Bench",
                null,
                null,
                new EnrollmentWindow(null, null, false, null),
                false,
                CertificateDisplay.USUAL,
                false,
                true,
                false,
                false);
    }
}

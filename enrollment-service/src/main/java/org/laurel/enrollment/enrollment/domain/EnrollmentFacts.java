package org.laurel.enrollment.enrollment.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.kit.domain.FactOrder;

/**
 * What is known when a command is judged.
 *
 * @param isLearnerKnown whether the learner is known
 * @param run the course run, null when not known
 * @param current the enrollment, null without one
 * @param newest place of the newest fact about the enrollment, null without any
 * @param activeInRun active enrollments of the run; counted only for runs with a limit, otherwise 0
 * @param isAllowed whether the learner's email address may enroll although enrollment is closed or by invitation
 * @param veto what a policy of the deployment says against the learner's becoming enrolled, null when nothing
 */
public record EnrollmentFacts(
        boolean isLearnerKnown,
        @Nullable CourseRun run,
        @Nullable Enrollment current,
        @Nullable FactOrder newest,
        long activeInRun,
        boolean isAllowed,
        EnrollmentPolicy.@Nullable Veto veto) {}

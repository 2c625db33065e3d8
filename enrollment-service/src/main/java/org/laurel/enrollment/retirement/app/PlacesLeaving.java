package org.laurel.enrollment.retirement.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.laurel.enrollment.cohort.app.CohortPlacement;
import org.laurel.enrollment.cohort.db.MembershipTable;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Leave;
import org.laurel.enrollment.enrollment.app.Enrolling;
import org.laurel.enrollment.enrollment.domain.Authority;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.RequestEnrollment;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.retirement.db.LeavingLearners;
import org.laurel.enrollment.role.app.RoleAssignment;
import org.laurel.enrollment.role.db.RoleTable;
import org.laurel.enrollment.role.domain.CourseRole;
import org.laurel.enrollment.role.domain.SetRole;
import org.laurel.events.key.LearnerId;

/** Ends what retired learners have in course runs: enrollments, roles and cohorts. Others are told as of any change. */
@ApplicationScoped
class PlacesLeaving {

    private final LeavingLearners leaving;
    private final Enrolling enrolling;
    private final RoleTable roles;
    private final RoleAssignment assignment;
    private final MembershipTable memberships;
    private final CohortPlacement placement;

    PlacesLeaving(
            LeavingLearners leaving,
            Enrolling enrolling,
            RoleTable roles,
            RoleAssignment assignment,
            MembershipTable memberships,
            CohortPlacement placement) {
        this.leaving = leaving;
        this.enrolling = enrolling;
        this.roles = roles;
        this.assignment = assignment;
        this.memberships = memberships;
        this.placement = placement;
    }

    /** Ends it all in the caller's transaction, which holds the learners' locks. */
    void apply(List<LearnerId> learners, Instant now) {
        enrolling.apply(leaving.enrollments(learners).stream()
                .map(key -> new RequestEnrollment(
                        key,
                        null,
                        false,
                        null,
                        Authority.SERVICE,
                        false,
                        time(key.learnerId(), now),
                        Retiring.cause(key.learnerId())))
                .toList());
        assignment.apply(roles.held(learners).stream()
                .map(CourseRole::key)
                .map(key -> new SetRole(key, false, time(key.learnerId(), now), Retiring.cause(key.learnerId())))
                .toList());
        placement.apply(memberships.held(learners).stream()
                .map(held -> new Leave(
                        held.learnerId(), held.cohort(), time(held.learnerId(), now), Retiring.cause(held.learnerId())))
                .toList());
    }

    private static BusinessTime.Asked time(LearnerId learner, Instant now) {
        return new BusinessTime.Asked(now, Retiring.cause(learner).id());
    }
}

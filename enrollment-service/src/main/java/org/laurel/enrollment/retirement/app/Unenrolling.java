package org.laurel.enrollment.retirement.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.laurel.enrollment.enrollment.app.Enrolling;
import org.laurel.enrollment.enrollment.domain.Authority;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.RequestEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.retirement.db.LeavingLearners;
import org.laurel.enrollment.retirement.domain.RequestRetirement;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;

/** Ends all enrollments of learners who are about to leave, before they are retired (enrollment, unenroll). */
@ApplicationScoped
public class Unenrolling {

    private final KeyLocks locks;
    private final LeavingLearners leaving;
    private final Enrolling enrolling;

    Unenrolling(KeyLocks locks, LeavingLearners leaving, Enrolling enrolling) {
        this.locks = locks;
        this.leaving = leaving;
        this.enrolling = enrolling;
    }

    /** Ends them, and returns which they were. */
    @Transactional
    public List<EnrollmentKey> apply(List<RequestRetirement> commands) {
        List<LearnerId> ids =
                commands.stream().map(RequestRetirement::learnerId).distinct().toList();
        locks.lock(ids.stream().map(LearnerId::value).toList());
        List<EnrollmentKey> active = leaving.enrollments(ids);
        List<RequestEnrollment> endings = new ArrayList<>(active.size());
        for (RequestRetirement command : commands) {
            active.stream()
                    .filter(key -> key.learnerId().equals(command.learnerId()))
                    .map(key -> ending(key, command))
                    .forEach(endings::add);
        }
        enrolling.apply(endings);
        return active;
    }

    private static RequestEnrollment ending(EnrollmentKey key, RequestRetirement command) {
        return new RequestEnrollment(
                key,
                null,
                false,
                null,
                Authority.SERVICE,
                false,
                new BusinessTime.Asked(command.at(), command.cause().id()),
                command.cause());
    }
}

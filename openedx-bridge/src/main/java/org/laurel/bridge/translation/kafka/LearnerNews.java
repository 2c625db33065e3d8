package org.laurel.bridge.translation.kafka;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.bridge.identity.domain.Attempt;
import org.laurel.bridge.openedx.event.CcxCoursePassingStatusData;
import org.laurel.bridge.openedx.event.CohortData;
import org.laurel.bridge.openedx.event.CourseAccessRoleData;
import org.laurel.bridge.openedx.event.CourseEnrollmentData;
import org.laurel.bridge.openedx.event.CoursePassingStatusData;
import org.laurel.bridge.openedx.event.ExamAttemptData;
import org.laurel.bridge.openedx.event.PersistentCourseGradeData;
import org.laurel.bridge.openedx.event.UserData;
import org.laurel.bridge.openedx.event.VerificationAttemptData;
import org.laurel.bridge.translation.domain.News;
import org.laurel.events.EventBody;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.enrollment.CourseRoleRequested;
import org.laurel.events.enrollment.EnrollmentRequested;
import org.laurel.events.grade.ExamAttemptRejected;
import org.laurel.events.grade.GradeChanged;
import org.laurel.events.grade.PassingStatusChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.events.learner.LearnerSnapshot;
import org.laurel.events.learner.LearnerSubmitted;
import org.laurel.kit.outbox.OutgoingEvent;

/** What Open edX tells of learners. Laurel's learner id is the decimal user id. */
final class LearnerNews {

    /** How keys of content libraries begin, which Open edX takes for courses here. */
    private static final String LIBRARY = "library-v1:";

    private LearnerNews() {}

    /** Created, changed and ended alike: each carries the whole state of the enrollment, and the newest time holds. */
    static Optional<News> enrollment(CourseEnrollmentData data, Instant at) {
        UserData user = data.user();
        LearnerSnapshot snapshot = new LearnerSnapshot(
                id(user), user.pii().username(), user.pii().email(), user.pii().name(), user.isActive());
        return Optional.of(new News.Forwarded(
                id(user),
                event(EventCatalogue.ENROLLMENT_REQUESTED, enrollment(data, snapshot, at)),
                event(EventCatalogue.ENROLLMENT_REQUESTED, enrollment(data, null, at))));
    }

    static Optional<News> registration(UserData user, Instant at) {
        var body = new LearnerSubmitted(
                id(user), user.pii().username(), user.pii().email(), user.pii().name(), user.isActive(), at);
        return Optional.of(new News.Forwarded(body.key(), event(EventCatalogue.LEARNER_SUBMITTED, body), null));
    }

    static Optional<News> passing(CoursePassingStatusData data, Instant at) {
        return passing(data.user(), data.course().courseKey(), data.isPassing(), at);
    }

    static Optional<News> ccxPassing(CcxCoursePassingStatusData data, Instant at) {
        return passing(data.user(), data.course().ccxCourseKey(), data.isPassing(), at);
    }

    /** Open edX sends it only for learners who have passed at least once. */
    static Optional<News> grade(PersistentCourseGradeData data, Instant at) {
        return told(
                EventCatalogue.GRADE_CHANGED,
                new GradeChanged(
                        Long.toString(data.userId()),
                        data.course().courseKey(),
                        BigDecimal.valueOf(data.percentGrade()),
                        textOrNull(data.letterGrade()),
                        at));
    }

    static Optional<News> examRejected(ExamAttemptData data, Instant at) {
        return told(
                EventCatalogue.EXAM_ATTEMPT_REJECTED,
                new ExamAttemptRejected(id(data.studentUser()), data.courseKey(), textOrNull(data.usageKey()), at));
    }

    static Translation<VerificationAttemptData> verification(Attempt.Status status) {
        return (data, at) -> Optional.of(new News.AttemptMade(new Attempt(
                new LearnerId(id(data.user())),
                data.attemptId(),
                status,
                status == Attempt.Status.APPROVED ? data.expirationDate() : null,
                at)));
    }

    static Optional<News> cohort(CohortData data, Instant at) {
        return Optional.of(new News.CohortEntered(
                new LearnerId(id(data.user())), new CourseKey(data.course().courseKey()), data.name()));
    }

    /** Laurel has no roles in content libraries, nor of the whole site, in no course and no organisation. */
    static Translation<CourseAccessRoleData> role(boolean isMember) {
        return (data, at) -> {
            String courseKey = textOrNull(data.courseKey());
            if (courseKey != null && courseKey.startsWith(LIBRARY)) {
                return Optional.empty();
            }
            String org = courseKey == null ? data.orgKey() : new CourseKey(courseKey).org();
            return org.isBlank()
                    ? Optional.empty()
                    : told(
                            EventCatalogue.COURSE_ROLE_REQUESTED,
                            new CourseRoleRequested(id(data.user()), courseKey, org, data.role(), isMember, at));
        };
    }

    private static Optional<News> passing(UserData user, String courseKey, boolean isPassing, Instant at) {
        return told(
                EventCatalogue.PASSING_STATUS_CHANGED,
                new PassingStatusChanged(id(user), courseKey, isPassing, null, null, at));
    }

    private static EnrollmentRequested enrollment(
            CourseEnrollmentData data, @Nullable LearnerSnapshot snapshot, Instant at) {
        return new EnrollmentRequested(
                id(data.user()),
                data.course().courseKey(),
                data.mode(),
                data.isActive(),
                snapshot,
                began(data.creationDate(), at),
                at);
    }

    /** When the row was made, by the clock of the site's database, which may be ahead of the one that tells. */
    private static Instant began(Instant creationDate, Instant at) {
        return creationDate.isAfter(at) ? at : creationDate;
    }

    private static String id(UserData user) {
        return Long.toString(user.id());
    }

    private static @Nullable String textOrNull(String text) {
        return text.isBlank() ? null : text;
    }

    static <B extends EventBody> Optional<News> told(EventType<B> type, B body) {
        OutgoingEvent event = event(type, body);
        return Optional.of(new News.Forwarded(body.key(), event, event));
    }

    private static <B extends EventBody> OutgoingEvent event(EventType<B> type, B body) {
        return OutgoingEvent.of(type, body);
    }
}

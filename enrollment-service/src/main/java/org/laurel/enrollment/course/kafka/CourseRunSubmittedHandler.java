package org.laurel.enrollment.course.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.course.app.CourseSubmission;
import org.laurel.enrollment.course.domain.SubmitCourseRun;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.fact.domain.FactKind;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.course.CourseRunSubmitted;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Takes in {@code course-run.submitted}: members of course runs as platforms tell them, one or many at a time. */
@ApplicationScoped
class CourseRunSubmittedHandler implements EventHandler<CourseRunSubmitted> {

    private final CourseSubmission submission;

    CourseRunSubmittedHandler(CourseSubmission submission) {
        this.submission = submission;
    }

    @Override
    public EventType<CourseRunSubmitted> type() {
        return EventCatalogue.COURSE_RUN_SUBMITTED;
    }

    @Override
    public void handle(List<Event<CourseRunSubmitted>> events) {
        submission.apply(events.stream().map(CourseRunSubmittedHandler::command).toList());
    }

    private static SubmitCourseRun command(Event<CourseRunSubmitted> event) {
        CourseRunSubmitted body = event.body();
        CourseKey key = new CourseKey(body.courseKey());
        return new SubmitCourseRun(
                key,
                ToldCourseRun.settings(body, key),
                ToldCourseRun.members(body),
                new BusinessTime.Told(event.order(FactKind.COURSE_RUN_SUBMITTED.rank())),
                event.cause());
    }
}

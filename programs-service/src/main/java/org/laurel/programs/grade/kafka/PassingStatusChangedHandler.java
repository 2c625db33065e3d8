package org.laurel.programs.grade.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.grade.PassingStatusChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.grade.app.GradeRecording;
import org.laurel.programs.grade.domain.Grade;
import org.laurel.programs.grade.domain.GradeKind;
import org.laurel.programs.grade.domain.RecordGrade;

/** Routes the grade in {@code passing-status.changed} to {@link GradeRecording}; without one it tells nothing of the grade. */
@ApplicationScoped
class PassingStatusChangedHandler implements EventHandler<PassingStatusChanged> {

    private final GradeRecording recording;

    PassingStatusChangedHandler(GradeRecording recording) {
        this.recording = recording;
    }

    @Override
    public EventType<PassingStatusChanged> type() {
        return EventCatalogue.PASSING_STATUS_CHANGED;
    }

    @Override
    public void handle(List<Event<PassingStatusChanged>> events) {
        recording.apply(
                events.stream().flatMap(PassingStatusChangedHandler::command).toList());
    }

    private static Stream<RecordGrade> command(Event<PassingStatusChanged> event) {
        PassingStatusChanged body = event.body();
        BigDecimal percent = body.grade();
        return percent == null
                ? Stream.empty()
                : Stream.of(new RecordGrade(
                        new CaseKey(new LearnerId(body.learnerId()), new CourseKey(body.courseKey())),
                        Grade.told(body.letterGrade(), percent, body.occurredAt()),
                        event.order(GradeKind.PASSING_STATUS.place()),
                        event.cause()));
    }
}

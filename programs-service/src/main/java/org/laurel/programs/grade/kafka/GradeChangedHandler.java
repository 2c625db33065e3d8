package org.laurel.programs.grade.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.grade.GradeChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.grade.app.GradeRecording;
import org.laurel.programs.grade.domain.Grade;
import org.laurel.programs.grade.domain.GradeKind;
import org.laurel.programs.grade.domain.RecordGrade;

/** Routes {@code grade.changed} to {@link GradeRecording}. */
@ApplicationScoped
class GradeChangedHandler implements EventHandler<GradeChanged> {

    private final GradeRecording recording;

    GradeChangedHandler(GradeRecording recording) {
        this.recording = recording;
    }

    @Override
    public EventType<GradeChanged> type() {
        return EventCatalogue.GRADE_CHANGED;
    }

    @Override
    public void handle(List<Event<GradeChanged>> events) {
        recording.apply(events.stream().map(GradeChangedHandler::command).toList());
    }

    private static RecordGrade command(Event<GradeChanged> event) {
        GradeChanged body = event.body();
        return new RecordGrade(
                new CaseKey(new LearnerId(body.learnerId()), new CourseKey(body.courseKey())),
                Grade.told(body.letterGrade(), body.grade(), body.occurredAt()),
                event.order(GradeKind.GRADE.place()),
                event.cause());
    }
}

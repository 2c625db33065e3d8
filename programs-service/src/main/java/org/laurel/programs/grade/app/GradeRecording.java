package org.laurel.programs.grade.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.grade.db.GradeTable;
import org.laurel.programs.grade.domain.RecordGrade;

/** Takes grades in, those of events and those of requests. */
@ApplicationScoped
public class GradeRecording {

    private final KeyLocks locks;
    private final GradeTable grades;
    private final Clock clock;

    GradeRecording(KeyLocks locks, GradeTable grades, Clock clock) {
        this.locks = locks;
        this.grades = grades;
        this.clock = clock;
    }

    /** Keeps the newest grade of each learner in each course run; the order and repetition of commands make no difference. */
    @Transactional
    public void apply(List<RecordGrade> commands) {
        locks.lock(commands.stream()
                .map(command -> command.key().learnerId().value())
                .toList());
        grades.save(RecordGrade.newestOfEach(commands), clock.instant());
    }
}

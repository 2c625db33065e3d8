package org.laurel.enrollment.importing.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.course.app.CourseSubmission;
import org.laurel.enrollment.course.db.CourseQueries;
import org.laurel.enrollment.course.domain.CourseOutcome;
import org.laurel.enrollment.course.domain.CourseRunSettings;
import org.laurel.enrollment.course.domain.SubmitCourseRun;
import org.laurel.enrollment.importing.app.Worked.Readable;
import org.laurel.enrollment.importing.db.ImportRows.Outcome;
import org.laurel.enrollment.importing.db.ImportRows.Staged;
import org.laurel.enrollment.importing.domain.CourseRunRow;
import org.laurel.enrollment.importing.domain.RowKind;
import org.laurel.enrollment.importing.domain.RowOutcome;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.lock.KeyLocks;

/** Rows about course runs: {@link CourseSubmission} takes them, with what rows do not say left as it is. */
@ApplicationScoped
class CourseRunWork implements RowWork {

    private final KeyLocks locks;
    private final CourseQueries courses;
    private final CourseSubmission submission;

    CourseRunWork(KeyLocks locks, CourseQueries courses, CourseSubmission submission) {
        this.locks = locks;
        this.courses = courses;
        this.submission = submission;
    }

    @Override
    public RowKind kind() {
        return RowKind.COURSE_RUNS;
    }

    @Override
    public List<Outcome> work(Order order, List<Staged> rows) {
        Worked worked = new Worked(rows);
        List<Readable<CourseRunRow>> readable = worked.read(row -> CourseRunRow.read(row, order.now()));
        List<CourseKey> keys =
                readable.stream().map(each -> each.row().key()).distinct().toList();
        // What the rows leave alone must not change until they are taken.
        locks.lock(keys.stream().map(CourseKey::value).toList());
        Map<CourseKey, CourseRunSettings> settings = new HashMap<>();
        courses.of(keys).forEach((key, run) -> settings.put(key, run.settings()));
        List<SubmitCourseRun> commands = new ArrayList<>(readable.size());
        for (Readable<CourseRunRow> each : readable) {
            CourseRunRow row = each.row();
            CourseRunSettings after = row.over(settings.get(row.key()));
            settings.put(row.key(), after);
            commands.add(
                    new SubmitCourseRun(row.key(), after, order.time(row.occurredAt(), each.place()), order.cause()));
        }
        Worked.both(
                readable,
                submission.apply(commands),
                (each, outcome) -> worked.became(each.place(), each.row().key().value(), became(outcome)));
        return worked.outcomes();
    }

    private static String became(CourseOutcome outcome) {
        return switch (outcome) {
            case CourseOutcome.Changed changed -> changed.before() == null ? RowOutcome.CREATED : RowOutcome.UPDATED;
            case CourseOutcome.Unchanged unchanged -> RowOutcome.UNCHANGED;
            case CourseOutcome.Unknown unknown ->
                throw new IllegalStateException("submitting makes a course run known");
        };
    }
}

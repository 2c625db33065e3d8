package org.laurel.enrollment.importing.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.course.app.CourseSubmission;
import org.laurel.enrollment.course.domain.CourseOutcome;
import org.laurel.enrollment.course.domain.SubmitCourseRun;
import org.laurel.enrollment.importing.app.Worked.ReadRow;
import org.laurel.enrollment.importing.db.ImportRows.Outcome;
import org.laurel.enrollment.importing.db.ImportRows.Place;
import org.laurel.enrollment.importing.db.ImportRows.Staged;
import org.laurel.enrollment.importing.domain.CourseRunRow;
import org.laurel.enrollment.importing.domain.RowKind;
import org.laurel.enrollment.importing.domain.RowOutcome;

/** Rows about course runs: {@link CourseSubmission} takes them, with what rows do not say left as it is. */
@ApplicationScoped
class CourseRunWork implements RowWork {

    private final CourseSubmission submission;

    CourseRunWork(CourseSubmission submission) {
        this.submission = submission;
    }

    @Override
    public RowKind kind() {
        return RowKind.COURSE_RUNS;
    }

    @Override
    public List<Outcome> work(Order order, List<Staged> rows) {
        Worked worked = new Worked(rows);
        List<ReadRow<CourseRunRow>> readable = worked.read(row -> CourseRunRow.read(row, order.now()));
        List<SubmitCourseRun> commands = readable.stream()
                .map(each -> command(each.row(), order, each.place()))
                .toList();
        Worked.both(
                readable,
                submission.apply(commands),
                (each, outcome) -> worked.became(each.place(), each.row().key().value(), became(outcome)));
        return worked.outcomes();
    }

    private static SubmitCourseRun command(CourseRunRow row, Order order, Place place) {
        return new SubmitCourseRun(
                row.key(), row.settings(), row.told(), order.time(row.occurredAt(), place), order.cause());
    }

    private static String became(CourseOutcome outcome) {
        return switch (outcome) {
            case CourseOutcome.Changed changed -> changed.before() == null ? RowOutcome.CREATED : RowOutcome.UPDATED;
            case CourseOutcome.Unchanged unchanged -> RowOutcome.UNCHANGED;
            case CourseOutcome.Unknown unknown -> throw impossible();
            case CourseOutcome.ModeUnknown unknown -> throw impossible();
            case CourseOutcome.Refused refused -> throw impossible();
        };
    }

    private static IllegalStateException impossible() {
        return new IllegalStateException("submitting makes a course run known, whatever it says");
    }
}

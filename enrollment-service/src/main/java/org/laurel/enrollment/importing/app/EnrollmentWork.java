package org.laurel.enrollment.importing.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.enrollment.app.Enrolling;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.ImportEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome;
import org.laurel.enrollment.importing.app.Worked.ReadRow;
import org.laurel.enrollment.importing.db.ImportRows.Outcome;
import org.laurel.enrollment.importing.db.ImportRows.Place;
import org.laurel.enrollment.importing.db.ImportRows.Staged;
import org.laurel.enrollment.importing.db.LearnerNames;
import org.laurel.enrollment.importing.domain.EnrollmentRow;
import org.laurel.enrollment.importing.domain.RowCode;
import org.laurel.enrollment.importing.domain.RowKind;
import org.laurel.enrollment.importing.domain.RowOutcome;
import org.laurel.events.key.LearnerId;

/** Rows about enrollments: {@link Enrolling} takes them. */
@ApplicationScoped
class EnrollmentWork implements RowWork {

    private final LearnerNames names;
    private final Enrolling enrolling;

    EnrollmentWork(LearnerNames names, Enrolling enrolling) {
        this.names = names;
        this.enrolling = enrolling;
    }

    @Override
    public RowKind kind() {
        return RowKind.ENROLLMENTS;
    }

    @Override
    public List<Outcome> work(Order order, List<Staged> rows) {
        Worked worked = new Worked(rows);
        List<ReadRow<EnrollmentRow>> readable = worked.read(row -> EnrollmentRow.read(row, order.now()));
        Found found = find(readable.stream().map(ReadRow::row).toList());
        List<Place> places = new ArrayList<>(readable.size());
        List<ImportEnrollment> commands = new ArrayList<>(readable.size());
        for (ReadRow<EnrollmentRow> each : readable) {
            EnrollmentRow row = each.row();
            LearnerId learner = found.learner(row);
            if (learner == null) {
                worked.refuse(each.place(), null, RowCode.LEARNER_UNKNOWN);
            } else {
                places.add(each.place());
                commands.add(new ImportEnrollment(
                        new EnrollmentKey(learner, row.courseKey()),
                        row.mode(),
                        row.isActive(),
                        row.created(),
                        order.time(row.occurredAt(), each.place()),
                        order.cause()));
            }
        }
        List<EnrollmentOutcome> outcomes = enrolling.apply(commands);
        for (int i = 0; i < places.size(); i++) {
            settle(worked, places.get(i), commands.get(i).key(), outcomes.get(i));
        }
        return worked.outcomes();
    }

    private static void settle(Worked worked, Place place, EnrollmentKey key, EnrollmentOutcome outcome) {
        String subject = key.learnerId() + " " + key.courseKey();
        switch (outcome) {
            case EnrollmentOutcome.Changed changed ->
                worked.became(place, subject, changed.before() == null ? RowOutcome.CREATED : RowOutcome.UPDATED);
            case EnrollmentOutcome.Unchanged unchanged -> worked.became(place, subject, RowOutcome.UNCHANGED);
            case EnrollmentOutcome.Refused refused ->
                worked.refuse(place, subject, RowCode.of(refused.reason().code()));
            case EnrollmentOutcome.Vetoed vetoed -> throw new IllegalStateException("no policy is asked about imports");
            case EnrollmentOutcome.Waiting waiting -> throw new IllegalStateException("an import never waits");
        }
    }

    private Found find(List<EnrollmentRow> rows) {
        List<EnrollmentRow> nameless =
                rows.stream().filter(row -> row.learnerId() == null).toList();
        return new Found(
                names.byUsername(nameless.stream()
                        .map(EnrollmentRow::username)
                        .filter(Objects::nonNull)
                        .toList()),
                names.byEmail(nameless.stream()
                        .filter(row -> row.username() == null)
                        .map(EnrollmentRow::email)
                        .filter(Objects::nonNull)
                        .toList()));
    }

    /** Learners by the names that rows have for them. */
    private record Found(Map<String, LearnerId> byUsername, Map<String, LearnerId> byEmail) {

        @Nullable LearnerId learner(EnrollmentRow row) {
            if (row.learnerId() != null) {
                return row.learnerId();
            }
            return row.username() == null ? byEmail.get(row.email()) : byUsername.get(row.username());
        }
    }
}

package org.laurel.enrollment.importing.app;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.importing.db.ImportRows.Outcome;
import org.laurel.enrollment.importing.db.ImportRows.Place;
import org.laurel.enrollment.importing.db.ImportRows.Staged;
import org.laurel.enrollment.importing.db.ImportTable.Locked;
import org.laurel.enrollment.importing.domain.RowKind;
import org.laurel.kit.domain.Cause;

/** Works rows of one kind off, in the current transaction and by the use case that requests and events use too. */
interface RowWork {

    /** The kind of rows. */
    RowKind kind();

    /**
     * What became of the rows, at most a thousand of them. For learners and enrollments the number of statements does not grow
     * with theirs; course runs, which are few, are stored one by one.
     */
    List<Outcome> work(Order order, List<Staged> rows);

    /**
     * By whose order rows are worked off.
     *
     * @param since when a row counts that tells no time
     */
    record Order(Instant since, Instant now, String by, String causeId) {

        static Order of(Locked run, Instant now) {
            return new Order(run.createdAt(), now, run.createdBy(), run.causeId());
        }

        /** The cause leads to the import. */
        Cause cause() {
            return Cause.of(by, causeId);
        }

        /** Tells a row from all others. */
        String requestId(Place place) {
            return causeId + ":" + place.part() + ":" + place.line();
        }

        /** When a row counts: against anything later it loses. */
        BusinessTime.Dated time(@Nullable Instant told, Place place) {
            return new BusinessTime.Dated(told == null ? since : told, requestId(place));
        }
    }
}

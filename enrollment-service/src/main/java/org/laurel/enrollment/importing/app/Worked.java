package org.laurel.enrollment.importing.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.importing.db.ImportRows.Outcome;
import org.laurel.enrollment.importing.db.ImportRows.Place;
import org.laurel.enrollment.importing.db.ImportRows.Staged;
import org.laurel.enrollment.importing.domain.RawRow;
import org.laurel.enrollment.importing.domain.RowCode;
import org.laurel.enrollment.importing.domain.RowOutcome;
import org.laurel.enrollment.importing.domain.RowReading;

/** Gathers what becomes of rows while they are worked off. */
final class Worked {

    private final List<Staged> rows;
    private final Map<Place, Outcome> outcomes = new HashMap<>();

    Worked(List<Staged> rows) {
        this.rows = rows;
    }

    /** A row that could be read. */
    record ReadRow<T>(Place place, T row) {}

    /** Reads all rows; those that break a rule are refused. */
    <T> List<ReadRow<T>> read(Function<RawRow, RowReading<T>> reader) {
        List<ReadRow<T>> readable = new ArrayList<>(rows.size());
        for (Staged staged : rows) {
            switch (reader.apply(staged.row())) {
                case RowReading.Accepted<T> accepted -> readable.add(new ReadRow<>(staged.place(), accepted.row()));
                case RowReading.Refused<T> refused -> refuse(staged.place(), null, refused.code());
            }
        }
        return readable;
    }

    void refuse(Place place, @Nullable String subject, RowCode code) {
        outcomes.put(place, Outcome.refused(place, subject, code));
    }

    void became(Place place, String subject, String outcome) {
        outcomes.put(place, new Outcome(place, subject, outcome));
    }

    /** Something else that the row says is new; a row that has become something already stays that. */
    void alsoUpdated(Place place, String subject) {
        outcomes.computeIfPresent(
                place,
                (key, known) -> known.became().equals(RowOutcome.UNCHANGED)
                        ? new Outcome(place, subject, RowOutcome.UPDATED)
                        : known);
    }

    /** Goes through commands and their results side by side. */
    static <A, B> void both(List<A> ones, List<B> others, BiConsumer<A, B> each) {
        for (int i = 0; i < ones.size(); i++) {
            each.accept(ones.get(i), others.get(i));
        }
    }

    /** What became of all rows, in their order. */
    List<Outcome> outcomes() {
        return rows.stream()
                .map(row -> Objects.requireNonNull(outcomes.get(row.place())))
                .toList();
    }
}

package org.laurel.enrollment.importing.domain;

import java.time.Instant;
import java.util.function.Function;

/**
 * What reading a row by itself comes to, without looking at anything else.
 *
 * @param <T> what an accepted row says
 */
public sealed interface RowReading<T> {

    /** The row says this. */
    record Accepted<T>(T row) implements RowReading<T> {}

    /** The row breaks a rule. */
    record Refused<T>(RowCode code) implements RowReading<T> {}

    /** Reads a row; the first member that breaks a rule ends it. */
    static <T> RowReading<T> read(RawRow raw, Instant now, Function<Members, T> reader) {
        if (raw.problem() != null) {
            return new Refused<>(raw.problem());
        }
        try {
            return new Accepted<>(reader.apply(new Members(raw.members(), now)));
        } catch (Unacceptable refused) {
            return new Refused<>(refused.code());
        }
    }
}

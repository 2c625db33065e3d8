package org.laurel.enrollment.fact.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as the database keeps them. */
public final class StoredTime {

    private StoredTime() {}

    /** The time cut to microseconds: a finer one would look changed each time it is sent. Null stays null. */
    public static @Nullable Instant of(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }
}

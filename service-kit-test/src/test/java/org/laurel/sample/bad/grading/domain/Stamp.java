package org.laurel.sample.bad.grading.domain;

import java.time.Instant;
import java.util.function.Supplier;

/** A rule that looks at the clock, by a method reference. */
public record Stamp(Supplier<Instant> clock) {

    public static Stamp system() {
        return new Stamp(Instant::now);
    }
}

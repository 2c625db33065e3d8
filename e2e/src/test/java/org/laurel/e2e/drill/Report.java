package org.laurel.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;

/** What a drill did and counted, in aligned lines. */
final class Report {
    private final StringBuilder text = new StringBuilder();

    private Report(String title) {
        text.append("%nDrill: %s%n".formatted(title));
    }

    static Report of(String title) {
        return new Report(title);
    }

    /** Adds a line. */
    Report line(String what, Object counted) {
        text.append("  %-64s %10s%n".formatted(what, counted));
        return this;
    }

    /** Adds a line with the number of things that there must be none of, and fails if there is any. */
    Report none(String what, Collection<String> found) {
        assertThat(found).as(what).isEmpty();
        return line(what, found.size());
    }

    /** Shows it, with a verdict that is true because nothing has failed before. */
    void print() {
        line("verdict", "holds");
        System.out.print(text);
    }
}

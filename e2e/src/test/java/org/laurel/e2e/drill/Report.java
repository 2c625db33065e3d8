package org.laurel.e2e.drill;

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

    /** Shows it, with a verdict that is true because nothing has failed before. */
    void print() {
        line("verdict", "holds");
        System.out.print(text);
    }
}

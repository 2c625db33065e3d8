package org.laurel.stack.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.laurel.stack.console.Columns;
import org.laurel.stack.console.Durations;
import org.laurel.stack.console.Printable;
import org.laurel.stack.console.Style;

/** A trace for people: one block for each chain, one line for each step, with the time since the step before. */
public final class TraceLines {

    private static final long SECONDS = 10;

    private final Style style;
    private final DateTimeFormatter day;
    private final DateTimeFormatter clock;

    /** Lines with times of this zone. */
    public TraceLines(Style style, ZoneId zone) {
        this.style = style;
        this.day =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
    }

    /** The lines. */
    public List<String> of(Trace trace) {
        List<String> lines = new ArrayList<>();
        for (List<Step> chain : trace.chains()) {
            Step first = chain.getFirst();
            String correlation = Printable.inOneLine(first.correlation());
            lines.add(style.strong(day.format(first.at())) + "  " + style.faint(correlation));
            List<List<String>> rows = new ArrayList<>();
            Instant before = first.at();
            for (Step step : chain) {
                rows.add(List.of(
                        clock.format(step.at()),
                        rows.isEmpty() ? "" : lag(Duration.between(before, step.at())),
                        step.text("service"),
                        step.text("kind"),
                        step.subject(),
                        step.text("course_key"),
                        step.text("summary")));
                before = step.at();
            }
            new Columns(rows, List.of(1)).lines().forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    private static String lag(Duration lag) {
        return lag.toSeconds() < SECONDS ? "+" + lag.toMillis() + " ms" : "+" + Durations.rough(lag);
    }
}

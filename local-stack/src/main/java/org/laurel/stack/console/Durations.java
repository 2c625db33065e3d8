package org.laurel.stack.console;

import java.time.Duration;
import java.util.Locale;

/** How times are shown to people. */
public final class Durations {

    private Durations() {}

    /** Seconds with one decimal: {@code 2.4 s}. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** The two largest units: {@code 2d 3h}, {@code 3h 12m}, {@code 5m 2s}, {@code 7s}. */
    public static String rough(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + "d " + duration.toHoursPart() + "h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + "h " + duration.toMinutesPart() + "m";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + "m " + duration.toSecondsPart() + "s"
                : duration.toSeconds() + "s";
    }
}

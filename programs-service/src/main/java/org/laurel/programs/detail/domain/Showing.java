package org.laurel.programs.detail.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.courserun.domain.CourseRun;

/**
 * To whom, when and how a program is shown.
 *
 * @param runs what the directory knows of the program's runs
 * @param language in which dates are written
 * @param advertises whether it is shown to people who may come, without what they have got
 */
public record Showing(
        Viewer viewer,
        Map<CourseKey, CourseRun> runs,
        Instant now,
        Locale language,
        boolean advertises,
        Addresses addresses) {

    public Showing {
        runs = Map.copyOf(runs);
    }
}

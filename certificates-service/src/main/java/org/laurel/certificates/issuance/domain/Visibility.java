package org.laurel.certificates.issuance.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CourseSettings;

/** When a granted certificate shows, and from which date it counts. Source: certificates, dates and visibility. */
public final class Visibility {

    private static final String END_WITH_DATE = "end_with_date";

    private Visibility() {}

    /** Whether certificates of the course run show at this moment. First row that matches decides. */
    public static boolean isVisible(CourseSettings settings, Instant now) {
        if (settings.selfPaced() || settings.showBeforeEnd()) {
            return true;
        }
        return switch (settings.displayBehavior()) {
            case "early_no_info" -> true;
            case END_WITH_DATE -> isBefore(settings.availableDate(), now);
            default -> isBefore(settings.end(), now);
        };
    }

    /** From when the learner may see the certificate: the course run's date where it uses one, else its last change. */
    public static Instant availableAt(@Nullable CourseSettings settings, Certificate certificate) {
        if (settings == null
                || settings.selfPaced()
                || !settings.displayBehavior().equals(END_WITH_DATE)) {
            return certificate.modifiedAt();
        }
        Instant date = settings.availableDate();
        return date == null ? certificate.modifiedAt() : date;
    }

    private static boolean isBefore(@Nullable Instant time, Instant now) {
        return time != null && time.isBefore(now);
    }
}

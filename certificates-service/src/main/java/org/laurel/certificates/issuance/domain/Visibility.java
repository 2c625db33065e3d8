package org.laurel.certificates.issuance.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;

/** When a granted certificate shows, and which date it bears. Source: certificates, dates and visibility. */
public final class Visibility {

    private Visibility() {}

    /** Whether certificates of the course run show at this moment. The first row that matches decides. */
    public static boolean isVisible(CourseSettings settings, Instant now) {
        if (settings.selfPaced() || settings.showBeforeEnd()) {
            return true;
        }
        return switch (settings.displayBehavior()) {
            case CourseSettings.EARLY_NO_INFO -> true;
            case CourseSettings.END_WITH_DATE -> isBefore(settings.availableDate(), now);
            default -> isBefore(settings.end(), now);
        };
    }

    /** From when the learner may see the certificate: the course run's date where it uses one, else its last change. */
    public static Instant availableAt(Terms terms, Certificate certificate) {
        CourseSettings settings = terms.settings();
        Instant date = settings == null || !terms.usesAvailableDate() ? null : settings.availableDate();
        return date == null ? certificate.modifiedAt() : date;
    }

    /**
     * The date that the certificate bears: the one that staff have set, the course run's date once it has passed, the end of a
     * course run whose certificates show then, or the last change.
     */
    public static Instant displayDate(Terms terms, Issued issued, Instant now) {
        if (issued.dateOverride() != null) {
            return issued.dateOverride();
        }
        CourseSettings settings = terms.settings();
        Instant modifiedAt = issued.certificate().modifiedAt();
        if (settings == null || settings.selfPaced()) {
            return modifiedAt;
        }
        if (terms.usesAvailableDate()) {
            Instant date = settings.availableDate();
            return date != null && date.isBefore(now) ? date : modifiedAt;
        }
        boolean shownAtEnd = settings.displayBehavior().equals(CourseSettings.END);
        Instant end = settings.end();
        return shownAtEnd && end != null ? end : modifiedAt;
    }

    /**
     * The date that a certificate granted at this moment will bear from when it shows: the course run's date where it uses one,
     * though it may be yet to come, else as any certificate. Previews show it, so that authors see what learners will see.
     * Source: certificates, section 10.2.
     */
    public static Instant expectedDate(Terms terms, Instant now) {
        CourseSettings settings = terms.settings();
        if (settings == null || settings.selfPaced()) {
            return now;
        }
        if (terms.usesAvailableDate()) {
            return settings.availableDate() == null ? now : settings.availableDate();
        }
        boolean shownAtEnd = settings.displayBehavior().equals(CourseSettings.END);
        return shownAtEnd && settings.end() != null ? settings.end() : now;
    }

    private static boolean isBefore(@Nullable Instant time, Instant now) {
        return time != null && time.isBefore(now);
    }
}

package org.laurel.enrollment.course.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.fact.domain.StoredTime;

/**
 * When a course run's certificates show.
 *
 * @param behavior {@code end}, {@code end_with_date} or {@code early_no_info}; authoring stores also hold other texts
 * @param availableDate the date that goes with {@code end_with_date}, null without one
 */
public record CertificateDisplay(String behavior, @Nullable Instant availableDate) {

    private static final String END = "end";
    private static final String END_WITH_DATE = "end_with_date";
    private static final String EARLY_NO_INFO = "early_no_info";

    /** What a course run has about which nothing was said. */
    public static final CertificateDisplay USUAL = new CertificateDisplay(END, null);

    public CertificateDisplay {
        availableDate = StoredTime.of(availableDate);
    }

    /**
     * What the two settings mean together (certificates, normalisation of display behavior and available date): a date turns
     * {@code end} and whatever is unknown into {@code end_with_date}, no date turns them into {@code end}, and
     * {@code early_no_info} drops the date.
     */
    public CertificateDisplay normalised() {
        if (behavior.equals(EARLY_NO_INFO)) {
            return new CertificateDisplay(EARLY_NO_INFO, null);
        }
        return availableDate == null
                ? new CertificateDisplay(END, null)
                : new CertificateDisplay(END_WITH_DATE, availableDate);
    }
}

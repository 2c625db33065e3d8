package org.laurel.certificates.course.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The directory's settings of a course run. Source: certificates, dates and visibility. */
class CourseSettingsTest {

    private static final Instant DATE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant OTHER = Instant.parse("2026-07-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // stored date, stored behavior, date, behavior
        "true,  end,           true,  end_with_date",
        "true,  end_with_date, true,  end_with_date",
        "true,  whenever,      true,  end_with_date",
        "true,  early_no_info, false, early_no_info",
        "false, early_no_info, false, early_no_info",
        "false, end,           false, end",
        "false, end_with_date, false, end",
        "false, whenever,      false, end"
    })
    void dateAndBehaviorAreBroughtIntoHarmony(boolean dated, String behavior, boolean date, String normalised) {
        CourseSettings settings = settings(behavior, dated ? DATE : null, false, OTHER);

        assertThat(settings.normalised()).isEqualTo(settings(normalised, date ? DATE : null, false, OTHER));
    }

    @ParameterizedTest
    @CsvSource({
        // behavior, date, self-paced, end; the same of the other version; whether certificates show otherwise
        "end,           none,  false, DATE,  end,           none,  false, DATE,  false",
        "end,           none,  false, DATE,  end,           none,  false, OTHER, true",
        "end,           none,  false, DATE,  end,           none,  true,  DATE,  true",
        "end,           none,  false, DATE,  early_no_info, none,  false, DATE,  true",
        "end_with_date, DATE,  false, DATE,  end_with_date, OTHER, false, DATE,  true",
        "end_with_date, DATE,  false, DATE,  end_with_date, DATE,  false, OTHER, false",
        "early_no_info, none,  false, DATE,  early_no_info, none,  false, OTHER, false"
    })
    void tellsWhetherCertificatesShowOtherwise(
            String behavior,
            String date,
            boolean selfPaced,
            String end,
            String otherBehavior,
            String otherDate,
            boolean otherSelfPaced,
            String otherEnd,
            boolean otherwise) {
        CourseSettings one = settings(behavior, time(date), selfPaced, time(end));
        CourseSettings other = settings(otherBehavior, time(otherDate), otherSelfPaced, time(otherEnd));

        assertThat(one.showsOtherwiseThan(other)).isEqualTo(otherwise);
        assertThat(other.showsOtherwiseThan(one)).isEqualTo(otherwise);
    }

    @Test
    void webCertificatesCanBeSwitchedByAVersionOfTheirOwn() {
        CourseSettings off = settings("end", null, false, DATE).withHtml(false, OTHER, 9);

        assertThat(off)
                .isEqualTo(
                        new CourseSettings(1, 9, OTHER, true, false, false, "end", null, true, DATE, "Intro", "Org"));
        assertThat(off.withHtml(true, DATE, 10).htmlEnabled()).isTrue();
    }

    private static CourseSettings settings(
            String behavior, @Nullable Instant date, boolean selfPaced, @Nullable Instant end) {
        return new CourseSettings(1, 1, DATE, true, true, selfPaced, behavior, date, true, end, "Intro", "Org");
    }

    private static @Nullable Instant time(String word) {
        return switch (word) {
            case "DATE" -> DATE;
            case "OTHER" -> OTHER;
            default -> null;
        };
    }
}

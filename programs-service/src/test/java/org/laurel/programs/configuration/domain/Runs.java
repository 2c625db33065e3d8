package org.laurel.programs.configuration.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;
import org.laurel.kit.domain.FactOrder;

/** One course run, its configurations and the facts about its date. */
final class Runs {

    static final CourseKey RUN = new CourseKey("course-v1:Org+Course+Run");
    static final Instant NOW = Instant.parse("2026-02-03T04:00:00Z");

    private static final ExpectedVersion WHATEVER = new ExpectedVersion.Whatever();

    private Runs() {}

    static Instant at(int minute) {
        return NOW.plusSeconds(60L * minute);
    }

    static DateFact told(int minute, @Nullable Instant date) {
        return new DateFact(RUN, date, new FactOrder(at(minute), 1, DateFact.TOLD, "/enrollment", "event-" + minute));
    }

    static CourseCertificate undated(long id, CertificateType type, boolean active) {
        return CourseCertificate.first(id, RUN, type, active, NOW);
    }

    static CourseCertificate told(long id, CertificateType type, int minute, @Nullable Instant date) {
        return undated(id, type, true).told(told(minute, date));
    }

    static CourseCertificate set(long id, CertificateType type, int minute, @Nullable Instant date) {
        return undated(id, type, true).setTo(DateFact.set(RUN, date, at(minute), "request"));
    }

    static CourseCertificates all(CourseCertificate... certificates) {
        return new CourseCertificates(List.of(certificates));
    }

    static ConfigureCourse post(CertificateType type, boolean active, int minute, @Nullable Instant date) {
        return new ConfigureCourse(
                RUN, type, active, Member.of(date), true, WHATEVER, at(minute), Cause.of("staff", "request-" + minute));
    }

    static ConfigureCourse patch(@Nullable CertificateType type, @Nullable Boolean active, Member<Instant> date) {
        return new ConfigureCourse(RUN, type, active, date, false, WHATEVER, at(99), Cause.of("staff", "patch"));
    }
}

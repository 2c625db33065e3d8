package org.laurel.bridge.openedx.avro;

import java.time.Instant;
import java.util.Map;
import org.laurel.bridge.openedx.event.CertificateData;
import org.laurel.bridge.openedx.event.CourseCatalogData;
import org.laurel.bridge.openedx.event.CourseData;
import org.laurel.bridge.openedx.event.CourseEnrollmentData;
import org.laurel.bridge.openedx.event.CoursePassingStatusData;
import org.laurel.bridge.openedx.event.CourseScheduleData;
import org.laurel.bridge.openedx.event.DuplicatedXBlockData;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.openedx.event.PersistentCourseGradeData;
import org.laurel.bridge.openedx.event.ProgramCertificateData;
import org.laurel.bridge.openedx.event.ProgramData;
import org.laurel.bridge.openedx.event.UserData;
import org.laurel.bridge.openedx.event.UserPersonalData;
import org.laurel.bridge.openedx.event.XBlockData;

/** The inputs of the golden vectors. */
final class GoldenData {

    static final Instant FRACTION = Instant.parse("2026-02-03T04:05:06.789Z");
    static final Instant WHOLE = Instant.parse("2026-02-03T04:05:06Z");
    static final String COURSE_KEY = "course-v1:DemoX+CS101+2026_T1";
    static final String EXAM = "block-v1:DemoX+CS101+2026_T1+type@sequential+block@exam1";
    static final UserData ADA = new UserData(42, true, new UserPersonalData("ada", "ada@example.org", "Ada Lovelace"));
    static final CourseData COURSE = new CourseData(COURSE_KEY, "Intro", null, null);
    static final CourseEnrollmentData ENROLLMENT = new CourseEnrollmentData(ADA, COURSE, "audit", true, FRACTION, null);
    static final CertificateData CERTIFICATE =
            new CertificateData(ADA, COURSE, "verified", "0.93", "", "Ada Lovelace", "downloadable", "");
    static final CoursePassingStatusData PASSING = new CoursePassingStatusData(true, COURSE, ADA);

    private static final Map<String, Record> BY_TYPE = Map.of(
            OpenEdxEvents.ENROLLMENT_CREATED.type(),
            ENROLLMENT,
            OpenEdxEvents.UNENROLLMENT_COMPLETED.type(),
            unenrollment(),
            OpenEdxEvents.CERTIFICATE_CREATED.type(),
            CERTIFICATE,
            OpenEdxEvents.GRADE_SUMMARY_CHANGED.type(),
            grade(),
            OpenEdxEvents.PASSING_STATUS_UPDATED.type(),
            PASSING,
            OpenEdxEvents.PROGRAM_CERTIFICATE_AWARDED.type(),
            award(),
            OpenEdxEvents.CATALOG_INFO_CHANGED.type(),
            catalogInfo(),
            OpenEdxEvents.XBLOCK_PUBLISHED.type(),
            new XBlockData(EXAM, "sequential", null),
            OpenEdxEvents.XBLOCK_DUPLICATED.type(),
            new DuplicatedXBlockData(EXAM, "sequential", null, EXAM));

    private GoldenData() {}

    static Record of(GoldenVector vector) {
        Record data = BY_TYPE.get(vector.type());
        if (data == null) {
            throw new IllegalArgumentException("no inputs of " + vector);
        }
        return data;
    }

    private static CourseEnrollmentData unenrollment() {
        CourseData dated = new CourseData(
                COURSE_KEY,
                "Intro",
                Instant.parse("2026-01-05T00:00:00Z"),
                Instant.parse("2026-06-30T23:59:59.123456Z"));
        return new CourseEnrollmentData(ADA, dated, "verified", false, WHOLE, null);
    }

    private static PersistentCourseGradeData grade() {
        return new PersistentCourseGradeData(
                42, new CourseData(COURSE_KEY, "", null, null), FRACTION, "v7", "h=", 0.5, "Pass", WHOLE);
    }

    private static ProgramCertificateData award() {
        return new ProgramCertificateData(
                ADA,
                new ProgramData("4b0e6f0a-0000-4000-8000-000000000001", "MM", "micromasters"),
                "4b0e6f0a-0000-4000-8000-0000000000aa",
                "awarded",
                "https://c.example/1",
                WHOLE);
    }

    private static CourseCatalogData catalogInfo() {
        return new CourseCatalogData(
                COURSE_KEY, "Intro", new CourseScheduleData(WHOLE, "self", null, null, null), false, false);
    }
}

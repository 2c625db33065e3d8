package org.laurel.programs.progress.domain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.catalogue.domain.Members;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.courserun.domain.CourseMode;
import org.laurel.programs.courserun.domain.CourseRun;
import org.laurel.programs.courserun.domain.DisplayBehavior;
import org.laurel.programs.enrollment.domain.Enrollment;
import org.laurel.programs.enrollment.domain.Entitlement;

/** What a learner studies; each method gives another study. Runs are named by a letter, courses and programs by a word. */
record Study(LearnerRecords records) {

    static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    /** Nothing. */
    static Study none() {
        return new Study(new LearnerRecords(List.of(), List.of(), List.of(), Map.of(), Map.of()));
    }

    /** Enrolled in a run; each enrollment is newer than those before. */
    Study enrolled(String run, String mode) {
        Enrollment newest =
                new Enrollment(key(run), mode, true, day(records.enrollments().size()));
        return with(prepended(newest), records.entitlements(), records.certificates());
    }

    /** Entitled to a course, not used yet. */
    Study entitled(String course, String mode) {
        return entitled(course, mode, null);
    }

    /** Entitled to a course, and used for a run. */
    Study entitled(String course, String mode, @Nullable String run) {
        Entitlement entitlement = new Entitlement(uuid(course), mode, run == null ? null : key(run));
        return with(records.enrollments(), appended(records.entitlements(), entitlement), records.certificates());
    }

    /** Holds a certificate that was ready at some day before now, and could be seen at once. */
    Study certified(String run, String mode) {
        return certificate(run, mode, "downloadable", day(-100));
    }

    /** Has a certificate of any kind. */
    Study certificate(String run, String mode, String status, @Nullable Instant availableAt) {
        HeldCertificate certificate = new HeldCertificate(key(run), mode, status, availableAt, day(-100));
        return with(records.enrollments(), records.entitlements(), appended(records.certificates(), certificate));
    }

    /** The directory knows a run in which certificates show from a date, and learners may enroll until then. */
    Study knowing(String run, Instant date, CourseMode... modes) {
        Map<CourseKey, CourseRun> runs = new HashMap<>(records.courseRuns());
        runs.put(
                key(run),
                new CourseRun(
                        key(run),
                        null,
                        "Org",
                        null,
                        null,
                        null,
                        date,
                        false,
                        DisplayBehavior.END_WITH_DATE,
                        date,
                        false,
                        true,
                        false,
                        false,
                        false,
                        1,
                        day(-200)));
        Map<CourseKey, List<CourseMode>> offered = new HashMap<>(records.modes());
        offered.put(key(run), List.of(modes));
        return new Study(new LearnerRecords(
                records.enrollments(), records.entitlements(), records.certificates(), runs, offered));
    }

    ProgressMeter meter(ProgramDetail... programs) {
        return new ProgressMeter(records, List.of(programs), true, NOW);
    }

    /** Progress in one program, whether or not the learner takes part. */
    ProgramProgress in(ProgramDetail program) {
        return meter(program).progress(List.of(program)).getFirst();
    }

    static Instant day(int day) {
        return NOW.plus(Duration.ofDays(day));
    }

    static CourseKey key(String run) {
        return new CourseKey("course-v1:Org+Course+" + run);
    }

    static UUID uuid(String word) {
        return UUID.nameUUIDFromBytes(word.getBytes(StandardCharsets.UTF_8));
    }

    /** A mode without an end. */
    static CourseMode mode(String slug, int price) {
        return new CourseMode(slug, slug, price, "usd", null);
    }

    /** A course of a document. */
    record Course(Map<String, Object> members) {}

    /** A run of a document. */
    record Run(Map<String, Object> members) {}

    static ProgramDetail program(String title, Course... courses) {
        List<Map<String, Object>> items =
                Stream.of(courses).map(Course::members).toList();
        return ProgramDetail.of(uuid(title), new Members(Map.of("title", title, "courses", items)));
    }

    /** A course whose uuid is made of its name. */
    static Course course(String name, Run... runs) {
        List<Map<String, Object>> items = Stream.of(runs).map(Run::members).toList();
        return new Course(Map.of("uuid", uuid(name).toString(), "title", name, "course_runs", items));
    }

    /** A run without seats. */
    static Run run(String name, String type) {
        return new Run(Map.of("key", key(name).value(), "type", type));
    }

    /** A run with a seat of its own type. */
    static Run run(String name, String type, @Nullable Instant upgradeDeadline) {
        Map<String, Object> seat = upgradeDeadline == null
                ? Map.of("type", type)
                : Map.of("type", type, "upgrade_deadline", upgradeDeadline.toString());
        return new Run(Map.of("key", key(name).value(), "type", type, "seats", List.of(seat)));
    }

    private List<Enrollment> prepended(Enrollment newest) {
        return Stream.concat(Stream.of(newest), records.enrollments().stream()).toList();
    }

    private static <T> List<T> appended(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }

    private Study with(
            List<Enrollment> enrollments, List<Entitlement> entitlements, List<HeldCertificate> certificates) {
        return new Study(
                new LearnerRecords(enrollments, entitlements, certificates, records.courseRuns(), records.modes()));
    }
}

package org.laurel.programs.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.programs.catalogue.db.ProgramDetailQuery;
import org.laurel.programs.catalogue.db.StoredProgramQuery;
import org.laurel.programs.catalogue.domain.CourseDetail;
import org.laurel.programs.catalogue.domain.Extent;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.catalogue.domain.StoredProgram;
import org.laurel.programs.courserun.db.CourseRunQuery;
import org.laurel.programs.enrollment.db.EnrollmentQuery;
import org.laurel.programs.enrollment.db.EntitlementQuery;
import org.laurel.programs.enrollment.domain.Enrollment;
import org.laurel.programs.enrollment.domain.Entitlement;
import org.laurel.programs.progress.domain.CompletedPrograms;
import org.laurel.programs.progress.domain.HeldCertificate;
import org.laurel.programs.progress.domain.LearnerRecords;
import org.laurel.programs.progress.domain.ProgramProgress;
import org.laurel.programs.progress.domain.ProgramTypeEnrollment;
import org.laurel.programs.progress.domain.ProgressMeter;

/**
 * Reads what the meter of a learner's progress measures by. The number of statements depends neither on how many programs there
 * are nor on how many course runs the learner has taken. Programs that are neither active nor retired do not exist here.
 */
@ApplicationScoped
public class ProgressMeterQuery {

    private final EnrollmentQuery enrollments;
    private final EntitlementQuery entitlements;
    private final HeldCertificateQuery certificates;
    private final CourseRunQuery courseRuns;
    private final ProgramDetailQuery details;
    private final StoredProgramQuery programs;

    ProgressMeterQuery(
            EnrollmentQuery enrollments,
            EntitlementQuery entitlements,
            HeldCertificateQuery certificates,
            CourseRunQuery courseRuns,
            ProgramDetailQuery details,
            StoredProgramQuery programs) {
        this.enrollments = enrollments;
        this.entitlements = entitlements;
        this.certificates = certificates;
        this.courseRuns = courseRuns;
        this.details = details;
        this.programs = programs;
    }

    /**
     * The meter over all programs that have something to do with the learner.
     *
     * @param extent how much is read of each; to measure, the outlines do
     */
    public ProgressMeter engaged(LearnerId learnerId, boolean includeCourseEntitlements, Extent extent, Instant now) {
        Taken taken = taken(learnerId);
        Collection<UUID> courses = includeCourseEntitlements ? taken.entitledCourses() : Set.of();
        return meter(taken, details.containing(taken.runs(), courses, extent), includeCourseEntitlements, now);
    }

    /**
     * The meter over these programs, whether or not the learner takes part; unknown ones are left out.
     *
     * @param extent how much is read of each; to measure, the outlines do
     */
    public ProgressMeter of(
            LearnerId learnerId,
            Collection<UUID> uuids,
            boolean includeCourseEntitlements,
            Extent extent,
            Instant now) {
        List<ProgramDetail> found = details.load(uuids, extent).values().stream()
                .filter(program -> program.status().awards())
                .toList();
        return meter(taken(learnerId), found, includeCourseEntitlements, now);
    }

    /** Progress in a program that has been read already, whether or not the learner takes part. */
    public ProgramProgress in(LearnerId learnerId, ProgramDetail program, Instant now) {
        List<ProgramDetail> only = List.of(program);
        return meter(taken(learnerId), only, true, now).progress(only).getFirst();
    }

    /**
     * The programs that the learner has completed, each with its date.
     *
     * @param only the programs that are asked for, null for all
     */
    public Map<UUID, Instant> completed(LearnerRecords records, @Nullable Set<UUID> only) {
        List<CourseKey> certified =
                records.certificates().stream().map(HeldCertificate::courseKey).toList();
        List<Program> touched = programs.containing(certified).values().stream()
                .map(StoredProgram::program)
                .filter(program -> only == null || only.contains(program.uuid()))
                .toList();
        return CompletedPrograms.of(touched, records.certificates());
    }

    /** Whether the learner takes part in a program whose type has this slug, ignoring case. */
    public boolean isEnrolledInType(LearnerId learnerId, String slug, boolean paidModesOnly) {
        Taken taken = taken(learnerId);
        List<ProgramDetail> ofType = details.containing(taken.runs(), taken.entitledCourses(), Extent.OUTLINE).stream()
                .filter(program -> program.typeSlug().equalsIgnoreCase(slug))
                .toList();
        return ProgramTypeEnrollment.isEnrolled(records(taken, ofType), ofType, paidModesOnly);
    }

    private record Taken(
            List<Enrollment> enrollments, List<Entitlement> entitlements, List<HeldCertificate> certificates) {

        List<CourseKey> runs() {
            return enrollments.stream().map(Enrollment::courseKey).toList();
        }

        List<UUID> entitledCourses() {
            return entitlements.stream().map(Entitlement::courseUuid).toList();
        }
    }

    private Taken taken(LearnerId learnerId) {
        return new Taken(enrollments.active(learnerId), entitlements.active(learnerId), certificates.of(learnerId));
    }

    private ProgressMeter meter(
            Taken taken, List<ProgramDetail> found, boolean includeCourseEntitlements, Instant now) {
        return new ProgressMeter(records(taken, found), found, includeCourseEntitlements, now);
    }

    private LearnerRecords records(Taken taken, List<ProgramDetail> found) {
        Set<UUID> entitled = new HashSet<>(taken.entitledCourses());
        Set<CourseKey> keys = new HashSet<>(taken.runs());
        taken.certificates().forEach(certificate -> keys.add(certificate.courseKey()));
        found.stream()
                .flatMap(program -> program.courses().stream())
                .filter(course -> course.uuid() != null && entitled.contains(course.uuid()))
                .flatMap(CourseDetail::courseKeys)
                .forEach(keys::add);
        return new LearnerRecords(
                taken.enrollments(),
                taken.entitlements(),
                taken.certificates(),
                courseRuns.load(keys),
                courseRuns.modes(keys));
    }
}

package org.laurel.bridge.openedx.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The event types of Open edX that the bridge reads or writes.
 *
 * <p>Key paths are those that Open edX documents. Where it documents none, events about a learner in a course run are
 * keyed by the course like their neighbours, and the others have no key.
 *
 * <p>Topics are Open edX's own defaults where it has any. By default a site puts enrollments, grades, cohorts, identity
 * verification and registrations on no topic, so that their names here are Laurel's, made like the others.
 */
public final class OpenEdxEvents {

    private static final String ENROLLMENTS = "learning-course-enrollment-lifecycle";
    private static final String CERTIFICATES = "learning-certificate-lifecycle";
    private static final String PROGRAM_CERTIFICATES = "learning-program-certificate-lifecycle";
    private static final String BADGES = "learning-badges-lifecycle";
    private static final String GRADES = "learning-grade-lifecycle";
    private static final String EXAMS = "learning-exam-attempt-lifecycle";
    private static final String IDENTITIES = "learning-idv-attempt-lifecycle";
    private static final String COHORTS = "learning-cohort-membership-lifecycle";
    private static final String ROLES = "learning-course-access-role-lifecycle";
    private static final String REGISTRATIONS = "learning-student-registration-lifecycle";
    private static final String CATALOG = "course-catalog-info-changed";
    private static final String XBLOCKS = "course-authoring-xblock-lifecycle";

    public static final OpenEdxEvent<CourseEnrollmentData> ENROLLMENT_CREATED = new OpenEdxEvent<>(
            "org.openedx.learning.course.enrollment.created.v1",
            "enrollment",
            CourseEnrollmentData.class,
            "enrollment.course.course_key",
            ENROLLMENTS);
    public static final OpenEdxEvent<CourseEnrollmentData> ENROLLMENT_CHANGED = new OpenEdxEvent<>(
            "org.openedx.learning.course.enrollment.changed.v1",
            "enrollment",
            CourseEnrollmentData.class,
            "enrollment.course.course_key",
            ENROLLMENTS);
    public static final OpenEdxEvent<CourseEnrollmentData> UNENROLLMENT_COMPLETED = new OpenEdxEvent<>(
            "org.openedx.learning.course.unenrollment.completed.v1",
            "enrollment",
            CourseEnrollmentData.class,
            "enrollment.course.course_key",
            ENROLLMENTS);

    public static final OpenEdxEvent<CertificateData> CERTIFICATE_CREATED = new OpenEdxEvent<>(
            "org.openedx.learning.certificate.created.v1",
            "certificate",
            CertificateData.class,
            "certificate.course.course_key",
            CERTIFICATES);
    public static final OpenEdxEvent<CertificateData> CERTIFICATE_CHANGED = new OpenEdxEvent<>(
            "org.openedx.learning.certificate.changed.v1",
            "certificate",
            CertificateData.class,
            "certificate.course.course_key",
            CERTIFICATES);
    public static final OpenEdxEvent<CertificateData> CERTIFICATE_REVOKED = new OpenEdxEvent<>(
            "org.openedx.learning.certificate.revoked.v1",
            "certificate",
            CertificateData.class,
            "certificate.course.course_key",
            CERTIFICATES);
    public static final OpenEdxEvent<ProgramCertificateData> PROGRAM_CERTIFICATE_AWARDED = new OpenEdxEvent<>(
            "org.openedx.learning.program.certificate.awarded.v1",
            "program_certificate",
            ProgramCertificateData.class,
            "program_certificate.program.uuid",
            PROGRAM_CERTIFICATES);
    public static final OpenEdxEvent<ProgramCertificateData> PROGRAM_CERTIFICATE_REVOKED = new OpenEdxEvent<>(
            "org.openedx.learning.program.certificate.revoked.v1",
            "program_certificate",
            ProgramCertificateData.class,
            "program_certificate.program.uuid",
            PROGRAM_CERTIFICATES);

    public static final OpenEdxEvent<CoursePassingStatusData> PASSING_STATUS_UPDATED = new OpenEdxEvent<>(
            "org.openedx.learning.course.passing.status.updated.v1",
            "course_passing_status",
            CoursePassingStatusData.class,
            "course_passing_status.course.course_key",
            BADGES);
    public static final OpenEdxEvent<CcxCoursePassingStatusData> CCX_PASSING_STATUS_UPDATED = new OpenEdxEvent<>(
            "org.openedx.learning.ccx.course.passing.status.updated.v1",
            "course_passing_status",
            CcxCoursePassingStatusData.class,
            "course_passing_status.course.ccx_course_key",
            BADGES);
    public static final OpenEdxEvent<PersistentCourseGradeData> GRADE_SUMMARY_CHANGED = new OpenEdxEvent<>(
            "org.openedx.learning.course.persistent_grade_summary.changed.v1",
            "grade",
            PersistentCourseGradeData.class,
            "grade.course.course_key",
            GRADES);
    public static final OpenEdxEvent<ExamAttemptData> EXAM_ATTEMPT_SUBMITTED = new OpenEdxEvent<>(
            "org.openedx.learning.exam.attempt.submitted.v1",
            "exam_attempt",
            ExamAttemptData.class,
            "exam_attempt.course_key",
            EXAMS);
    public static final OpenEdxEvent<ExamAttemptData> EXAM_ATTEMPT_REJECTED = new OpenEdxEvent<>(
            "org.openedx.learning.exam.attempt.rejected.v1",
            "exam_attempt",
            ExamAttemptData.class,
            "exam_attempt.course_key",
            EXAMS);
    public static final OpenEdxEvent<ExamAttemptData> EXAM_ATTEMPT_VERIFIED = new OpenEdxEvent<>(
            "org.openedx.learning.exam.attempt.verified.v1",
            "exam_attempt",
            ExamAttemptData.class,
            "exam_attempt.course_key",
            EXAMS);
    public static final OpenEdxEvent<ExamAttemptData> EXAM_ATTEMPT_ERRORED = new OpenEdxEvent<>(
            "org.openedx.learning.exam.attempt.errored.v1",
            "exam_attempt",
            ExamAttemptData.class,
            "exam_attempt.course_key",
            EXAMS);
    public static final OpenEdxEvent<ExamAttemptData> EXAM_ATTEMPT_RESET = new OpenEdxEvent<>(
            "org.openedx.learning.exam.attempt.reset.v1",
            "exam_attempt",
            ExamAttemptData.class,
            "exam_attempt.course_key",
            EXAMS);

    public static final OpenEdxEvent<VerificationAttemptData> IDV_ATTEMPT_CREATED = new OpenEdxEvent<>(
            "org.openedx.learning.idv_attempt.created.v1",
            "idv_attempt",
            VerificationAttemptData.class,
            null,
            IDENTITIES);
    public static final OpenEdxEvent<VerificationAttemptData> IDV_ATTEMPT_PENDING = new OpenEdxEvent<>(
            "org.openedx.learning.idv_attempt.pending.v1",
            "idv_attempt",
            VerificationAttemptData.class,
            null,
            IDENTITIES);
    public static final OpenEdxEvent<VerificationAttemptData> IDV_ATTEMPT_APPROVED = new OpenEdxEvent<>(
            "org.openedx.learning.idv_attempt.approved.v1",
            "idv_attempt",
            VerificationAttemptData.class,
            null,
            IDENTITIES);
    public static final OpenEdxEvent<VerificationAttemptData> IDV_ATTEMPT_DENIED = new OpenEdxEvent<>(
            "org.openedx.learning.idv_attempt.denied.v1",
            "idv_attempt",
            VerificationAttemptData.class,
            null,
            IDENTITIES);
    public static final OpenEdxEvent<CohortData> COHORT_MEMBERSHIP_CHANGED = new OpenEdxEvent<>(
            "org.openedx.learning.cohort_membership.changed.v1",
            "cohort",
            CohortData.class,
            "cohort.course.course_key",
            COHORTS);
    public static final OpenEdxEvent<CourseAccessRoleData> COURSE_ACCESS_ROLE_ADDED = new OpenEdxEvent<>(
            "org.openedx.learning.user.course_access_role.added.v1",
            "course_access_role_data",
            CourseAccessRoleData.class,
            "course_access_role_data.course_key",
            ROLES);
    public static final OpenEdxEvent<CourseAccessRoleData> COURSE_ACCESS_ROLE_REMOVED = new OpenEdxEvent<>(
            "org.openedx.learning.user.course_access_role.removed.v1",
            "course_access_role_data",
            CourseAccessRoleData.class,
            "course_access_role_data.course_key",
            ROLES);
    public static final OpenEdxEvent<UserData> REGISTRATION_COMPLETED = new OpenEdxEvent<>(
            "org.openedx.learning.student.registration.completed.v1",
            "user",
            UserData.class,
            "user.pii.username",
            REGISTRATIONS);

    public static final OpenEdxEvent<CourseCatalogData> CATALOG_INFO_CHANGED = new OpenEdxEvent<>(
            "org.openedx.content_authoring.course.catalog_info.changed.v1",
            "catalog_info",
            CourseCatalogData.class,
            "catalog_info.course_key",
            CATALOG);
    public static final OpenEdxEvent<XBlockData> XBLOCK_CREATED = new OpenEdxEvent<>(
            "org.openedx.content_authoring.xblock.created.v1",
            "xblock_info",
            XBlockData.class,
            "xblock_info.usage_key",
            XBLOCKS);
    public static final OpenEdxEvent<XBlockData> XBLOCK_UPDATED = new OpenEdxEvent<>(
            "org.openedx.content_authoring.xblock.updated.v1",
            "xblock_info",
            XBlockData.class,
            "xblock_info.usage_key",
            XBLOCKS);
    public static final OpenEdxEvent<XBlockData> XBLOCK_PUBLISHED = new OpenEdxEvent<>(
            "org.openedx.content_authoring.xblock.published.v1",
            "xblock_info",
            XBlockData.class,
            "xblock_info.usage_key",
            XBLOCKS);
    public static final OpenEdxEvent<XBlockData> XBLOCK_DELETED = new OpenEdxEvent<>(
            "org.openedx.content_authoring.xblock.deleted.v1",
            "xblock_info",
            XBlockData.class,
            "xblock_info.usage_key",
            XBLOCKS);
    public static final OpenEdxEvent<DuplicatedXBlockData> XBLOCK_DUPLICATED = new OpenEdxEvent<>(
            "org.openedx.content_authoring.xblock.duplicated.v1",
            "xblock_info",
            DuplicatedXBlockData.class,
            "xblock_info.usage_key",
            XBLOCKS);

    private static final List<OpenEdxEvent<?>> ALL = List.of(
            ENROLLMENT_CREATED,
            ENROLLMENT_CHANGED,
            UNENROLLMENT_COMPLETED,
            CERTIFICATE_CREATED,
            CERTIFICATE_CHANGED,
            CERTIFICATE_REVOKED,
            PROGRAM_CERTIFICATE_AWARDED,
            PROGRAM_CERTIFICATE_REVOKED,
            PASSING_STATUS_UPDATED,
            CCX_PASSING_STATUS_UPDATED,
            GRADE_SUMMARY_CHANGED,
            EXAM_ATTEMPT_SUBMITTED,
            EXAM_ATTEMPT_REJECTED,
            EXAM_ATTEMPT_VERIFIED,
            EXAM_ATTEMPT_ERRORED,
            EXAM_ATTEMPT_RESET,
            IDV_ATTEMPT_CREATED,
            IDV_ATTEMPT_PENDING,
            IDV_ATTEMPT_APPROVED,
            IDV_ATTEMPT_DENIED,
            COHORT_MEMBERSHIP_CHANGED,
            COURSE_ACCESS_ROLE_ADDED,
            COURSE_ACCESS_ROLE_REMOVED,
            REGISTRATION_COMPLETED,
            CATALOG_INFO_CHANGED,
            XBLOCK_CREATED,
            XBLOCK_UPDATED,
            XBLOCK_PUBLISHED,
            XBLOCK_DELETED,
            XBLOCK_DUPLICATED);

    private static final Map<String, OpenEdxEvent<?>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(OpenEdxEvent::type, Function.identity()));

    private OpenEdxEvents() {}

    /** All event types, in a fixed order. */
    public static List<OpenEdxEvent<?>> all() {
        return ALL;
    }

    /** The event type of this {@code ce_type}; empty for one that the bridge does not know. */
    public static Optional<OpenEdxEvent<?>> find(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }
}

package org.laurel.events;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurel.events.Declarations.Group;
import org.laurel.events.activity.BlockCompletionSubmitted;
import org.laurel.events.activity.LearnerBlocksAssigned;
import org.laurel.events.certificate.CertificateDateChanged;
import org.laurel.events.certificate.CertificateEvidenceVisited;
import org.laurel.events.certificate.CertificateGenerationSwitched;
import org.laurel.events.certificate.CertificateShared;
import org.laurel.events.certificate.CourseCertificateState;
import org.laurel.events.completion.CompletionProgressed;
import org.laurel.events.completion.CourseCompleted;
import org.laurel.events.course.CourseModesChanged;
import org.laurel.events.course.CourseRunChanged;
import org.laurel.events.course.CourseRunSubmitted;
import org.laurel.events.course.CourseStructurePublished;
import org.laurel.events.course.CourseStructureStale;
import org.laurel.events.enrollment.CohortMembershipChanged;
import org.laurel.events.enrollment.CohortMembershipRequested;
import org.laurel.events.enrollment.CourseRoleChanged;
import org.laurel.events.enrollment.CourseRoleRequested;
import org.laurel.events.enrollment.EnrollmentChanged;
import org.laurel.events.enrollment.EnrollmentRequested;
import org.laurel.events.enrollment.EntitlementChanged;
import org.laurel.events.erasure.LearnerErased;
import org.laurel.events.grade.ExamAttemptRejected;
import org.laurel.events.grade.GradeChanged;
import org.laurel.events.grade.PassingStatusChanged;
import org.laurel.events.identity.IdentityVerificationChanged;
import org.laurel.events.learner.CertificatePreferencesChanged;
import org.laurel.events.learner.LearnerChanged;
import org.laurel.events.learner.LearnerRetired;
import org.laurel.events.learner.LearnerSubmitted;
import org.laurel.events.program.CourseCredentialState;
import org.laurel.events.program.ProgramChanged;
import org.laurel.events.program.ProgramCredentialState;
import org.laurel.events.xapi.StatementMade;

/** Every event type: name, body, topic and writers. The documentation and the schemas are checked against this list. */
public final class EventCatalogue {

    private static final Declarations DECLARED = new Declarations();

    private static final Group GRADES = DECLARED.on(Topic.GRADES, Writer.OUTSIDE);

    public static final EventType<PassingStatusChanged> PASSING_STATUS_CHANGED = GRADES.add(
            "org.laurel.passing-status.changed.v1",
            PassingStatusChanged.class,
            "A learner began or ceased to pass a course run: the passing grade event.");

    public static final EventType<GradeChanged> GRADE_CHANGED = GRADES.add(
            "org.laurel.grade.changed.v1",
            GradeChanged.class,
            "A learner's course grade has a new value, whether or not the learner passes by it.");

    public static final EventType<ExamAttemptRejected> EXAM_ATTEMPT_REJECTED = GRADES.add(
            "org.laurel.exam-attempt.rejected.v1",
            ExamAttemptRejected.class,
            "A proctored exam attempt was rejected, which invalidates the certificate of the course run.");

    private static final Group IDENTITIES = DECLARED.on(Topic.IDENTITIES, Writer.OUTSIDE);

    public static final EventType<IdentityVerificationChanged> IDENTITY_VERIFICATION_CHANGED = IDENTITIES.add(
            "org.laurel.identity-verification.changed.v1",
            IdentityVerificationChanged.class,
            "The state of a learner's identity verification changed.");

    private static final Group ACTIVITY = DECLARED.on(Topic.ACTIVITY, Set.of(Writer.PLATFORM));

    public static final EventType<BlockCompletionSubmitted> BLOCK_COMPLETION_SUBMITTED = ACTIVITY.add(
            "org.laurel.block-completion.submitted.v1",
            BlockCompletionSubmitted.class,
            "A learner completed a block, wholly or in part.");

    public static final EventType<LearnerBlocksAssigned> LEARNER_BLOCKS_ASSIGNED = ACTIVITY.add(
            "org.laurel.learner-blocks.assigned.v1",
            LearnerBlocksAssigned.class,
            "A platform tells which of a parent block's children a learner sees.");

    private static final Group ENROLLMENT_REQUESTS = DECLARED.on(Topic.ENROLLMENT_REQUESTS, Writer.OUTSIDE);

    public static final EventType<LearnerSubmitted> LEARNER_SUBMITTED = ENROLLMENT_REQUESTS.add(
            "org.laurel.learner.submitted.v1",
            LearnerSubmitted.class,
            "A platform that owns accounts tells who a learner is.");

    public static final EventType<EnrollmentRequested> ENROLLMENT_REQUESTED = ENROLLMENT_REQUESTS.add(
            "org.laurel.enrollment.requested.v1",
            EnrollmentRequested.class,
            "A platform that owns enrollments tells how a learner stands in a course run.");

    public static final EventType<CohortMembershipRequested> COHORT_MEMBERSHIP_REQUESTED = ENROLLMENT_REQUESTS.add(
            "org.laurel.cohort-membership.requested.v1",
            CohortMembershipRequested.class,
            "A platform that owns cohorts tells that a learner entered or left one.");

    public static final EventType<CourseRoleRequested> COURSE_ROLE_REQUESTED = ENROLLMENT_REQUESTS.add(
            "org.laurel.course-role.requested.v1",
            CourseRoleRequested.class,
            "A platform that owns roles tells that a person was given one, or that it was taken away.");

    private static final Group COURSE_REQUESTS = DECLARED.on(Topic.COURSE_REQUESTS, Writer.OUTSIDE);

    public static final EventType<CourseRunSubmitted> COURSE_RUN_SUBMITTED = COURSE_REQUESTS.add(
            "org.laurel.course-run.submitted.v1",
            CourseRunSubmitted.class,
            "A platform tells members of a course run; those that are absent stay as they are.");

    private static final Group LEARNERS = DECLARED.on(Topic.LEARNERS, Set.of(Writer.ENROLLMENT));

    public static final EventType<LearnerChanged> LEARNER_CHANGED = LEARNERS.add(
            "org.laurel.learner.changed.v1", LearnerChanged.class, "A learner's account took on new values.");

    public static final EventType<CertificatePreferencesChanged> CERTIFICATE_PREFERENCES_CHANGED = LEARNERS.add(
            "org.laurel.learner.certificate-preferences.changed.v1",
            CertificatePreferencesChanged.class,
            "What holds for all certificates of a learner changed: permission, name or visibility.");

    public static final EventType<LearnerRetired> LEARNER_RETIRED = LEARNERS.add(
            "org.laurel.learner.retired.v1",
            LearnerRetired.class,
            "A learner is retired for good; every service erases the personal data.");

    private static final Group ENROLLMENTS = DECLARED.on(Topic.ENROLLMENTS, Set.of(Writer.ENROLLMENT));

    public static final EventType<EnrollmentChanged> ENROLLMENT_CHANGED = ENROLLMENTS.add(
            "org.laurel.enrollment.changed.v1",
            EnrollmentChanged.class,
            "A learner's enrollment in a course run was created, or its mode or activity changed.");

    public static final EventType<EntitlementChanged> ENTITLEMENT_CHANGED = ENROLLMENTS.add(
            "org.laurel.entitlement.changed.v1",
            EntitlementChanged.class,
            "A learner's entitlement to a course was created, used, changed or ended.");

    public static final EventType<CohortMembershipChanged> COHORT_MEMBERSHIP_CHANGED = ENROLLMENTS.add(
            "org.laurel.cohort-membership.changed.v1",
            CohortMembershipChanged.class,
            "A learner entered or left a cohort.");

    public static final EventType<CourseRoleChanged> COURSE_ROLE_CHANGED = ENROLLMENTS.add(
            "org.laurel.course-role.changed.v1",
            CourseRoleChanged.class,
            "A person was given a role in a course run or an organisation, or it was taken away.");

    private static final Group COURSES = DECLARED.on(Topic.COURSES, Set.of(Writer.ENROLLMENT));

    public static final EventType<CourseRunChanged> COURSE_RUN_CHANGED = COURSES.add(
            "org.laurel.course-run.changed.v1",
            CourseRunChanged.class,
            "The directory's entry of a course run changed; always complete.");

    public static final EventType<CourseModesChanged> COURSE_MODES_CHANGED = COURSES.add(
            "org.laurel.course-modes.changed.v1",
            CourseModesChanged.class,
            "The modes in which a course run is offered changed; always the complete list.");

    private static final Group COURSE_HINTS = DECLARED.on(Topic.COURSES, Set.of(Writer.BRIDGE));

    public static final EventType<CourseStructureStale> COURSE_STRUCTURE_STALE = COURSE_HINTS.add(
            "org.laurel.course-structure.stale.v1",
            CourseStructureStale.class,
            "A block changed where courses are written, so the course run's known structure may be older.");

    private static final Group COURSE_STRUCTURES =
            DECLARED.on(Topic.COURSE_STRUCTURES, Set.of(Writer.PLATFORM, Writer.COMPLETION));

    public static final EventType<CourseStructurePublished> COURSE_STRUCTURE_PUBLISHED = COURSE_STRUCTURES.add(
            "org.laurel.course-structure.published.v1",
            CourseStructurePublished.class,
            "A course run's tree of blocks was published; replaces every lower version.");

    private static final Group CERTIFICATES = DECLARED.on(Topic.CERTIFICATES, Set.of(Writer.CERTIFICATES));

    /** What receivers keep their state by; the two below it only announce, with the same version. */
    public static final EventType<CourseCertificateState> COURSE_CERT_CHANGED = CERTIFICATES.add(
            "org.laurel.course-cert.changed.v1",
            CourseCertificateState.class,
            "COURSE_CERT_CHANGED: a certificate changed in a way that a reader could see.");

    public static final EventType<CourseCertificateState> COURSE_CERT_AWARDED = CERTIFICATES.add(
            "org.laurel.course-cert.awarded.v1",
            CourseCertificateState.class,
            "COURSE_CERT_AWARDED: a certificate entered a passing status.");

    public static final EventType<CourseCertificateState> COURSE_CERT_REVOKED = CERTIFICATES.add(
            "org.laurel.course-cert.revoked.v1",
            CourseCertificateState.class,
            "COURSE_CERT_REVOKED: a certificate left a passing status.");

    public static final EventType<CertificateShared> CERTIFICATE_SHARED = CERTIFICATES.add(
            "org.laurel.certificate.shared.v1",
            CertificateShared.class,
            "A learner shared a certificate on a social network.");

    public static final EventType<CertificateEvidenceVisited> CERTIFICATE_EVIDENCE_VISITED = CERTIFICATES.add(
            "org.laurel.certificate.evidence-visited.v1",
            CertificateEvidenceVisited.class,
            "Somebody other than the learner looked at a certificate's page.");

    private static final Group CERTIFICATE_DATES = DECLARED.on(Topic.CERTIFICATE_DATES, Set.of(Writer.CERTIFICATES));

    public static final EventType<CertificateDateChanged> COURSE_CERT_DATE_CHANGE = CERTIFICATE_DATES.add(
            "org.laurel.course-cert.date-changed.v1",
            CertificateDateChanged.class,
            "COURSE_CERT_DATE_CHANGE: what decides from when a run's certificates are available changed.");

    public static final EventType<CertificateGenerationSwitched> CERTIFICATE_GENERATION_SWITCHED =
            CERTIFICATE_DATES.add(
                    "org.laurel.certificate-generation.switched.v1",
                    CertificateGenerationSwitched.class,
                    "Learners' own requests for certificates were switched on or off for a course run.");

    private static final Group PROGRAM_CREDENTIALS = DECLARED.on(Topic.PROGRAM_CREDENTIALS, Set.of(Writer.PROGRAMS));

    public static final EventType<ProgramCredentialState> PROGRAM_CREDENTIAL_AWARDED = PROGRAM_CREDENTIALS.add(
            "org.laurel.program-credential.awarded.v1",
            ProgramCredentialState.class,
            "A learner was awarded the credential of a program.");

    public static final EventType<ProgramCredentialState> PROGRAM_CREDENTIAL_REVOKED = PROGRAM_CREDENTIALS.add(
            "org.laurel.program-credential.revoked.v1",
            ProgramCredentialState.class,
            "A learner's credential of a program was revoked.");

    public static final EventType<CourseCredentialState> COURSE_CREDENTIAL_AWARDED = PROGRAM_CREDENTIALS.add(
            "org.laurel.course-credential.awarded.v1",
            CourseCredentialState.class,
            "A learner was awarded the credential of a course run.");

    public static final EventType<CourseCredentialState> COURSE_CREDENTIAL_REVOKED = PROGRAM_CREDENTIALS.add(
            "org.laurel.course-credential.revoked.v1",
            CourseCredentialState.class,
            "A learner's credential of a course run was revoked.");

    private static final Group PROGRAMS = DECLARED.on(Topic.PROGRAMS, Set.of(Writer.PROGRAMS));

    public static final EventType<ProgramChanged> PROGRAM_CHANGED =
            PROGRAMS.add("org.laurel.program.changed.v1", ProgramChanged.class, "A program was created or changed.");

    private static final Group COMPLETIONS = DECLARED.on(Topic.COMPLETIONS, Set.of(Writer.COMPLETION));

    public static final EventType<CompletionProgressed> COMPLETION_PROGRESSED = COMPLETIONS.add(
            "org.laurel.completion.progressed.v1",
            CompletionProgressed.class,
            "A learner's progress in a course, chapter, sequential or vertical has a new value.");

    public static final EventType<CourseCompleted> COURSE_COMPLETED = COMPLETIONS.add(
            "org.laurel.course.completed.v1",
            CourseCompleted.class,
            "A learner reached 100 % of a course run, or fell below it again.");

    private static final Group ERASURES = DECLARED.on(
            Topic.ERASURES,
            Set.of(Writer.BRIDGE, Writer.ENROLLMENT, Writer.CERTIFICATES, Writer.PROGRAMS, Writer.COMPLETION));

    public static final EventType<LearnerErased> LEARNER_ERASED = ERASURES.add(
            "org.laurel.learner.erased.v1",
            LearnerErased.class,
            "One service has erased a retired learner's personal data.");

    private static final Group XAPI = DECLARED.on(Topic.XAPI, Set.of(Writer.COMPLETION));

    public static final EventType<StatementMade> XAPI_STATEMENT_MADE = XAPI.add(
            "org.laurel.xapi.statement-made.v1",
            StatementMade.class,
            "A change of a learner's progress, as an xAPI statement under an anonymised name; off by default.");

    private EventCatalogue() {}

    /** All types, in the order of the documentation. */
    public static List<EventType<?>> all() {
        return DECLARED.all();
    }

    /** The type with this {@code ce_type}, or empty when the catalogue does not have it. */
    public static Optional<EventType<?>> find(String name) {
        return DECLARED.find(name);
    }
}

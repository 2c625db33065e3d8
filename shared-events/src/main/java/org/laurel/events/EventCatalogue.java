package org.laurel.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.events.activity.BlockCompletionSubmitted;
import org.laurel.events.certificate.CourseCertificateState;
import org.laurel.events.completion.CompletionProgressed;
import org.laurel.events.completion.CourseCompleted;
import org.laurel.events.course.CourseModesChanged;
import org.laurel.events.course.CourseRunChanged;
import org.laurel.events.course.CourseStructurePublished;
import org.laurel.events.enrollment.EnrollmentChanged;
import org.laurel.events.enrollment.EnrollmentRequested;
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

/** Every event type: name, body, topic and writers. The documentation and the schemas are checked against this list. */
public final class EventCatalogue {

    private static final Set<Writer> OUTSIDE = Set.of(Writer.PLATFORM, Writer.BRIDGE);

    public static final EventType<PassingStatusChanged> PASSING_STATUS_CHANGED = new EventType<>(
            "org.laurel.passing-status.changed.v1",
            PassingStatusChanged.class,
            Topic.GRADES,
            OUTSIDE,
            "A learner began or ceased to pass a course run: the passing grade event.");

    public static final EventType<GradeChanged> GRADE_CHANGED = new EventType<>(
            "org.laurel.grade.changed.v1",
            GradeChanged.class,
            Topic.GRADES,
            OUTSIDE,
            "A learner's course grade has a new value, whether or not the learner passes by it.");

    public static final EventType<ExamAttemptRejected> EXAM_ATTEMPT_REJECTED = new EventType<>(
            "org.laurel.exam-attempt.rejected.v1",
            ExamAttemptRejected.class,
            Topic.GRADES,
            OUTSIDE,
            "A proctored exam attempt was rejected, which invalidates the certificate of the course run.");

    public static final EventType<IdentityVerificationChanged> IDENTITY_VERIFICATION_CHANGED = new EventType<>(
            "org.laurel.identity-verification.changed.v1",
            IdentityVerificationChanged.class,
            Topic.IDENTITIES,
            OUTSIDE,
            "The state of a learner's identity verification changed.");

    public static final EventType<BlockCompletionSubmitted> BLOCK_COMPLETION_SUBMITTED = new EventType<>(
            "org.laurel.block-completion.submitted.v1",
            BlockCompletionSubmitted.class,
            Topic.ACTIVITY,
            Set.of(Writer.PLATFORM),
            "A learner completed a block, wholly or in part.");

    public static final EventType<LearnerSubmitted> LEARNER_SUBMITTED = new EventType<>(
            "org.laurel.learner.submitted.v1",
            LearnerSubmitted.class,
            Topic.ENROLLMENT_REQUESTS,
            OUTSIDE,
            "A platform that owns accounts tells who a learner is.");

    public static final EventType<EnrollmentRequested> ENROLLMENT_REQUESTED = new EventType<>(
            "org.laurel.enrollment.requested.v1",
            EnrollmentRequested.class,
            Topic.ENROLLMENT_REQUESTS,
            OUTSIDE,
            "A platform that owns enrollments tells how a learner stands in a course run.");

    public static final EventType<LearnerChanged> LEARNER_CHANGED = new EventType<>(
            "org.laurel.learner.changed.v1",
            LearnerChanged.class,
            Topic.LEARNERS,
            Set.of(Writer.ENROLLMENT),
            "A learner's account took on new values.");

    public static final EventType<CertificatePreferencesChanged> CERTIFICATE_PREFERENCES_CHANGED = new EventType<>(
            "org.laurel.learner.certificate-preferences.changed.v1",
            CertificatePreferencesChanged.class,
            Topic.LEARNERS,
            Set.of(Writer.ENROLLMENT),
            "What holds for all certificates of a learner changed: permission, name or visibility.");

    public static final EventType<LearnerRetired> LEARNER_RETIRED = new EventType<>(
            "org.laurel.learner.retired.v1",
            LearnerRetired.class,
            Topic.LEARNERS,
            Set.of(Writer.ENROLLMENT),
            "A learner is retired for good; every service erases the personal data.");

    public static final EventType<EnrollmentChanged> ENROLLMENT_CHANGED = new EventType<>(
            "org.laurel.enrollment.changed.v1",
            EnrollmentChanged.class,
            Topic.ENROLLMENTS,
            Set.of(Writer.ENROLLMENT),
            "A learner's enrollment in a course run was created, or its mode or activity changed.");

    public static final EventType<CourseRunChanged> COURSE_RUN_CHANGED = new EventType<>(
            "org.laurel.course-run.changed.v1",
            CourseRunChanged.class,
            Topic.COURSES,
            Set.of(Writer.ENROLLMENT),
            "The directory's entry of a course run changed; always complete.");

    public static final EventType<CourseModesChanged> COURSE_MODES_CHANGED = new EventType<>(
            "org.laurel.course-modes.changed.v1",
            CourseModesChanged.class,
            Topic.COURSES,
            Set.of(Writer.ENROLLMENT),
            "The modes in which a course run is offered changed; always the complete list.");

    public static final EventType<CourseStructurePublished> COURSE_STRUCTURE_PUBLISHED = new EventType<>(
            "org.laurel.course-structure.published.v1",
            CourseStructurePublished.class,
            Topic.COURSE_STRUCTURES,
            Set.of(Writer.PLATFORM, Writer.COMPLETION),
            "A course run's tree of blocks was published; replaces every lower version.");

    /** COURSE_CERT_CHANGED: the one that receivers keep their state by. */
    public static final EventType<CourseCertificateState> COURSE_CERT_CHANGED = new EventType<>(
            "org.laurel.course-cert.changed.v1",
            CourseCertificateState.class,
            Topic.CERTIFICATES,
            Set.of(Writer.CERTIFICATES),
            "COURSE_CERT_CHANGED: a certificate changed in a way that a reader could see.");

    /** COURSE_CERT_AWARDED: an announcement beside {@link #COURSE_CERT_CHANGED}, with the same version. */
    public static final EventType<CourseCertificateState> COURSE_CERT_AWARDED = new EventType<>(
            "org.laurel.course-cert.awarded.v1",
            CourseCertificateState.class,
            Topic.CERTIFICATES,
            Set.of(Writer.CERTIFICATES),
            "COURSE_CERT_AWARDED: a certificate entered a passing status.");

    /** COURSE_CERT_REVOKED: an announcement beside {@link #COURSE_CERT_CHANGED}, with the same version. */
    public static final EventType<CourseCertificateState> COURSE_CERT_REVOKED = new EventType<>(
            "org.laurel.course-cert.revoked.v1",
            CourseCertificateState.class,
            Topic.CERTIFICATES,
            Set.of(Writer.CERTIFICATES),
            "COURSE_CERT_REVOKED: a certificate left a passing status.");

    public static final EventType<ProgramCredentialState> PROGRAM_CREDENTIAL_AWARDED = new EventType<>(
            "org.laurel.program-credential.awarded.v1",
            ProgramCredentialState.class,
            Topic.PROGRAM_CREDENTIALS,
            Set.of(Writer.PROGRAMS),
            "A learner was awarded the credential of a program.");

    public static final EventType<ProgramCredentialState> PROGRAM_CREDENTIAL_REVOKED = new EventType<>(
            "org.laurel.program-credential.revoked.v1",
            ProgramCredentialState.class,
            Topic.PROGRAM_CREDENTIALS,
            Set.of(Writer.PROGRAMS),
            "A learner's credential of a program was revoked.");

    public static final EventType<CourseCredentialState> COURSE_CREDENTIAL_AWARDED = new EventType<>(
            "org.laurel.course-credential.awarded.v1",
            CourseCredentialState.class,
            Topic.PROGRAM_CREDENTIALS,
            Set.of(Writer.PROGRAMS),
            "A learner was awarded the credential of a course run.");

    public static final EventType<CourseCredentialState> COURSE_CREDENTIAL_REVOKED = new EventType<>(
            "org.laurel.course-credential.revoked.v1",
            CourseCredentialState.class,
            Topic.PROGRAM_CREDENTIALS,
            Set.of(Writer.PROGRAMS),
            "A learner's credential of a course run was revoked.");

    public static final EventType<ProgramChanged> PROGRAM_CHANGED = new EventType<>(
            "org.laurel.program.changed.v1",
            ProgramChanged.class,
            Topic.PROGRAMS,
            Set.of(Writer.PROGRAMS),
            "A program was created or changed.");

    public static final EventType<CompletionProgressed> COMPLETION_PROGRESSED = new EventType<>(
            "org.laurel.completion.progressed.v1",
            CompletionProgressed.class,
            Topic.COMPLETIONS,
            Set.of(Writer.COMPLETION),
            "A learner's progress in a course, chapter, sequential or vertical has a new value.");

    public static final EventType<CourseCompleted> COURSE_COMPLETED = new EventType<>(
            "org.laurel.course.completed.v1",
            CourseCompleted.class,
            Topic.COMPLETIONS,
            Set.of(Writer.COMPLETION),
            "A learner reached 100 % of a course run, or fell below it again.");

    public static final EventType<LearnerErased> LEARNER_ERASED = new EventType<>(
            "org.laurel.learner.erased.v1",
            LearnerErased.class,
            Topic.ERASURES,
            Set.of(Writer.ENROLLMENT, Writer.CERTIFICATES, Writer.PROGRAMS, Writer.COMPLETION),
            "One service has erased a retired learner's personal data.");

    private static final List<EventType<?>> ALL = List.of(
            PASSING_STATUS_CHANGED,
            GRADE_CHANGED,
            EXAM_ATTEMPT_REJECTED,
            IDENTITY_VERIFICATION_CHANGED,
            BLOCK_COMPLETION_SUBMITTED,
            LEARNER_SUBMITTED,
            ENROLLMENT_REQUESTED,
            LEARNER_CHANGED,
            CERTIFICATE_PREFERENCES_CHANGED,
            LEARNER_RETIRED,
            ENROLLMENT_CHANGED,
            COURSE_RUN_CHANGED,
            COURSE_MODES_CHANGED,
            COURSE_STRUCTURE_PUBLISHED,
            COURSE_CERT_CHANGED,
            COURSE_CERT_AWARDED,
            COURSE_CERT_REVOKED,
            PROGRAM_CREDENTIAL_AWARDED,
            PROGRAM_CREDENTIAL_REVOKED,
            COURSE_CREDENTIAL_AWARDED,
            COURSE_CREDENTIAL_REVOKED,
            PROGRAM_CHANGED,
            COMPLETION_PROGRESSED,
            COURSE_COMPLETED,
            LEARNER_ERASED);

    private static final Map<String, EventType<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    private EventCatalogue() {}

    /** All types, in the order of the documentation. */
    public static List<EventType<?>> all() {
        return ALL;
    }

    /** The type with this {@code ce_type}, or empty when the catalogue does not have it. */
    public static Optional<EventType<?>> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}

package org.laurel.bridge.translation.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.bridge.identity.domain.Attempt.Status;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;

/** What becomes what, in both directions. The table of {@code docs/openedx.md} is made of this file. */
public final class Mappings {

    private static final String STATE = "the whole state; the newest `ce_time` holds, and the earliest `creation_date`";
    private static final String FOLD = "folded over the learner's attempts; published when the outcome changes";
    private static final String COUNTED = "counted by type";

    /** From Open edX to Laurel. */
    private static final List<In<?>> IN = List.of(
            in(OpenEdxEvents.ENROLLMENT_CREATED, EventCatalogue.ENROLLMENT_REQUESTED, LearnerNews::enrollment, STATE),
            in(OpenEdxEvents.ENROLLMENT_CHANGED, EventCatalogue.ENROLLMENT_REQUESTED, LearnerNews::enrollment, STATE),
            in(
                    OpenEdxEvents.UNENROLLMENT_COMPLETED,
                    EventCatalogue.ENROLLMENT_REQUESTED,
                    LearnerNews::enrollment,
                    STATE),
            in(
                    OpenEdxEvents.PASSING_STATUS_UPDATED,
                    EventCatalogue.PASSING_STATUS_CHANGED,
                    LearnerNews::passing,
                    "without a grade"),
            in(
                    OpenEdxEvents.CCX_PASSING_STATUS_UPDATED,
                    EventCatalogue.PASSING_STATUS_CHANGED,
                    LearnerNews::ccxPassing,
                    "of the CCX"),
            in(
                    OpenEdxEvents.GRADE_SUMMARY_CHANGED,
                    EventCatalogue.GRADE_CHANGED,
                    LearnerNews::grade,
                    "an empty letter grade is none"),
            in(
                    OpenEdxEvents.EXAM_ATTEMPT_REJECTED,
                    EventCatalogue.EXAM_ATTEMPT_REJECTED,
                    LearnerNews::examRejected,
                    "`exam` is the usage key"),
            ignored(OpenEdxEvents.EXAM_ATTEMPT_SUBMITTED),
            ignored(OpenEdxEvents.EXAM_ATTEMPT_VERIFIED),
            ignored(OpenEdxEvents.EXAM_ATTEMPT_ERRORED),
            ignored(OpenEdxEvents.EXAM_ATTEMPT_RESET),
            in(
                    OpenEdxEvents.IDV_ATTEMPT_CREATED,
                    EventCatalogue.IDENTITY_VERIFICATION_CHANGED,
                    LearnerNews.verification(Status.CREATED),
                    FOLD),
            in(
                    OpenEdxEvents.IDV_ATTEMPT_PENDING,
                    EventCatalogue.IDENTITY_VERIFICATION_CHANGED,
                    LearnerNews.verification(Status.PENDING),
                    FOLD),
            in(
                    OpenEdxEvents.IDV_ATTEMPT_APPROVED,
                    EventCatalogue.IDENTITY_VERIFICATION_CHANGED,
                    LearnerNews.verification(Status.APPROVED),
                    FOLD),
            in(
                    OpenEdxEvents.IDV_ATTEMPT_DENIED,
                    EventCatalogue.IDENTITY_VERIFICATION_CHANGED,
                    LearnerNews.verification(Status.DENIED),
                    FOLD),
            in(
                    OpenEdxEvents.COHORT_MEMBERSHIP_CHANGED,
                    EventCatalogue.COHORT_MEMBERSHIP_REQUESTED,
                    LearnerNews::cohort,
                    "the bridge numbers cohorts by course run and name"),
            in(
                    OpenEdxEvents.COURSE_ACCESS_ROLE_ADDED,
                    EventCatalogue.COURSE_ROLE_REQUESTED,
                    LearnerNews.role(true),
                    "no course: of the whole organisation; no organisation either, or of a library: counted"),
            in(
                    OpenEdxEvents.COURSE_ACCESS_ROLE_REMOVED,
                    EventCatalogue.COURSE_ROLE_REQUESTED,
                    LearnerNews.role(false),
                    "likewise"),
            in(
                    OpenEdxEvents.REGISTRATION_COMPLETED,
                    EventCatalogue.LEARNER_SUBMITTED,
                    LearnerNews::registration,
                    "not activated yet"),
            in(
                    OpenEdxEvents.CATALOG_INFO_CHANGED,
                    EventCatalogue.COURSE_RUN_SUBMITTED,
                    CourseNews::catalog,
                    "name, dates, pacing and `invitation_only`; `hidden` has no use"),
            in(
                    OpenEdxEvents.XBLOCK_PUBLISHED,
                    EventCatalogue.COURSE_STRUCTURE_STALE,
                    CourseNews::block,
                    "blocks of libraries: counted"),
            in(
                    OpenEdxEvents.XBLOCK_DELETED,
                    EventCatalogue.COURSE_STRUCTURE_STALE,
                    CourseNews::block,
                    "blocks of libraries: counted"),
            ignored(OpenEdxEvents.XBLOCK_CREATED),
            ignored(OpenEdxEvents.XBLOCK_UPDATED),
            ignored(OpenEdxEvents.XBLOCK_DUPLICATED));

    /** From Laurel to Open edX. */
    private static final List<Out> OUT = List.of(
            new Out(
                    EventCatalogue.COURSE_CERT_CHANGED,
                    List.of(OpenEdxEvents.CERTIFICATE_CHANGED),
                    "`previous_status` is always empty"),
            new Out(
                    EventCatalogue.COURSE_CERT_AWARDED,
                    List.of(OpenEdxEvents.CERTIFICATE_CREATED),
                    "follows the change of the same version"),
            new Out(
                    EventCatalogue.COURSE_CERT_REVOKED,
                    List.of(OpenEdxEvents.CERTIFICATE_REVOKED),
                    "follows the change of the same version"),
            new Out(
                    EventCatalogue.ENROLLMENT_CHANGED,
                    List.of(
                            OpenEdxEvents.ENROLLMENT_CHANGED,
                            OpenEdxEvents.ENROLLMENT_CREATED,
                            OpenEdxEvents.UNENROLLMENT_COMPLETED),
                    "the sequence that Open edX sends for the same step; nothing for what came from Open edX"),
            new Out(
                    EventCatalogue.PROGRAM_CREDENTIAL_AWARDED,
                    List.of(OpenEdxEvents.PROGRAM_CERTIFICATE_AWARDED),
                    "waits until the bridge knows who the learner is"),
            new Out(
                    EventCatalogue.PROGRAM_CREDENTIAL_REVOKED,
                    List.of(OpenEdxEvents.PROGRAM_CERTIFICATE_REVOKED),
                    "waits until the bridge knows who the learner is"),
            new Out(EventCatalogue.CERTIFICATE_SHARED, List.of(), "Open edX has no such event"),
            new Out(EventCatalogue.CERTIFICATE_EVIDENCE_VISITED, List.of(), "Open edX has no such event"),
            new Out(EventCatalogue.COURSE_CREDENTIAL_AWARDED, List.of(), "Open edX has no such event"),
            new Out(EventCatalogue.COURSE_CREDENTIAL_REVOKED, List.of(), "Open edX has no such event"),
            new Out(EventCatalogue.COHORT_MEMBERSHIP_CHANGED, List.of(), "Open edX owns its cohorts"),
            new Out(EventCatalogue.COURSE_ROLE_CHANGED, List.of(), "Open edX owns its roles"),
            new Out(EventCatalogue.ENTITLEMENT_CHANGED, List.of(), "Open edX has no such event"),
            new Out(EventCatalogue.COURSE_STRUCTURE_STALE, List.of(), "Open edX owns its courses"),
            new Out(EventCatalogue.CERTIFICATE_PREFERENCES_CHANGED, List.of(), "Open edX has no such event"),
            new Out(EventCatalogue.LEARNER_CHANGED, List.of(), "tells the bridge who learners are"),
            new Out(EventCatalogue.COURSE_RUN_CHANGED, List.of(), "tells the bridge what courses are called"),
            new Out(
                    EventCatalogue.COURSE_MODES_CHANGED,
                    List.of(),
                    "tells the bridge in which modes learners may enroll"));

    private static final Map<String, In<?>> BY_TYPE =
            IN.stream().collect(Collectors.toUnmodifiableMap(in -> in.event().type(), Function.identity()));

    private Mappings() {}

    /**
     * A type of Open edX's and what it becomes.
     *
     * @param laurel null for a type that is counted and ignored
     * @param translation null for such a type
     */
    public record In<D extends Record>(
            OpenEdxEvent<D> event,
            @Nullable EventType<?> laurel,
            @Nullable Translation<D> translation,
            String note) {}

    /**
     * A type of Laurel's on the topics that the bridge reads, and what it becomes.
     *
     * @param openEdx empty for a type that is not sent
     */
    public record Out(EventType<?> laurel, List<OpenEdxEvent<?>> openEdx, String note) {}

    /** What comes from Open edX, in the order of the documentation. */
    public static List<In<?>> in() {
        return IN;
    }

    /** What goes to Open edX, in the order of the documentation. */
    public static List<Out> out() {
        return OUT;
    }

    /** What a type of Open edX's becomes; empty for one that the bridge does not know. */
    public static Optional<In<?>> in(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The event types that the bridge may send to Open edX. */
    public static List<OpenEdxEvent<?>> sent() {
        List<OpenEdxEvent<?>> sent = new ArrayList<>();
        OUT.forEach(out -> sent.addAll(out.openEdx()));
        return sent;
    }

    private static <D extends Record> In<D> in(
            OpenEdxEvent<D> event, EventType<?> laurel, Translation<D> translation, String note) {
        return new In<>(event, laurel, translation, note);
    }

    private static <D extends Record> In<D> ignored(OpenEdxEvent<D> event) {
        return new In<>(event, null, null, COUNTED);
    }
}

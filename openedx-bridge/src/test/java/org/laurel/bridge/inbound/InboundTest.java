package org.laurel.bridge.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.laurel.bridge.Bus.at;
import static org.laurel.bridge.Bus.user;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.Bus;
import org.laurel.bridge.openedx.event.CcxCourseData;
import org.laurel.bridge.openedx.event.CcxCoursePassingStatusData;
import org.laurel.bridge.openedx.event.CohortData;
import org.laurel.bridge.openedx.event.CourseAccessRoleData;
import org.laurel.bridge.openedx.event.CourseCatalogData;
import org.laurel.bridge.openedx.event.CourseData;
import org.laurel.bridge.openedx.event.CourseEnrollmentData;
import org.laurel.bridge.openedx.event.CoursePassingStatusData;
import org.laurel.bridge.openedx.event.CourseScheduleData;
import org.laurel.bridge.openedx.event.ExamAttemptData;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.openedx.event.PersistentCourseGradeData;
import org.laurel.bridge.openedx.event.VerificationAttemptData;
import org.laurel.bridge.openedx.event.XBlockData;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.ReceivedEvent;

/** What Open edX tells arrives as Laurel's own events. */
@BridgeTest
class InboundTest {

    private static final CourseData COURSE = new CourseData("course-v1:DemoX+In+2026", "Intro", null, null);
    private static final String RUN = COURSE.courseKey();

    @Test
    void anEnrollmentOfAnyTypeIsARequestWithTheLearner() {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.enrollment-requests")) {
            // When
            String created = enroll(probe, OpenEdxEvents.ENROLLMENT_CREATED, 1001, "audit", true, 0);
            enroll(probe, OpenEdxEvents.ENROLLMENT_CHANGED, 1001, "verified", true, 1);
            enroll(probe, OpenEdxEvents.UNENROLLMENT_COMPLETED, 1001, "verified", false, 2);

            // Then
            List<ReceivedEvent> told = events(probe, "laurel.enrollment-requests", "1001", 3);
            assertThat(told)
                    .extracting(event -> event.body().path("mode").asText())
                    .containsExactly("audit", "verified", "verified");
            assertThat(told)
                    .extracting(event -> event.body().path("is_active").asBoolean())
                    .containsExactly(true, true, false);
            ReceivedEvent first = told.getFirst();
            assertThat(first.type()).isEqualTo("org.laurel.enrollment.requested.v1");
            assertThat(first.body().path("occurred_at").asText()).isEqualTo("2026-02-03T04:05:06.789Z");
            assertThat(told)
                    .extracting(event -> event.body().path("created_at").asText())
                    .containsOnly("2026-02-03T04:05:06.789Z");
            assertThat(first.body().path("learner").path("email").asText()).isEqualTo("1001@example.org");
            assertThat(first.headers())
                    .containsEntry("ce_origin", "openedx")
                    .containsEntry("ce_correlationid", created)
                    .containsEntry("ce_causationid", created);
        }
    }

    @Test
    void gradesAndRejectedExamsArrive() {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.grades")) {
            // When
            Bus.send(
                    probe,
                    OpenEdxEvents.PASSING_STATUS_UPDATED,
                    new CoursePassingStatusData(true, COURSE, user(1002)),
                    at(1));
            Bus.send(
                    probe,
                    OpenEdxEvents.CCX_PASSING_STATUS_UPDATED,
                    new CcxCoursePassingStatusData(
                            false,
                            user(1002),
                            new CcxCourseData(
                                    "ccx-v1:DemoX+In+2026+ccx@7", RUN, "CCX", "coach@example.org", null, null, 3L)),
                    at(2));
            Bus.send(
                    probe,
                    OpenEdxEvents.GRADE_SUMMARY_CHANGED,
                    new PersistentCourseGradeData(1002, COURSE, at(0), "v", "hash", 0.73, "", at(1)),
                    at(3));
            Bus.send(
                    probe,
                    OpenEdxEvents.EXAM_ATTEMPT_REJECTED,
                    new ExamAttemptData(
                            user(1002), RUN, "block-v1:DemoX+In+2026+type@sequential+block@exam", "proctored", null),
                    at(4));

            // Then
            List<ReceivedEvent> told = events(probe, "laurel.grades", "1002", 4);
            assertThat(ofType(told, "org.laurel.passing-status.changed.v1"))
                    .extracting(event -> event.body().path("course_key").asText()
                            + event.body().path("passing"))
                    .containsExactlyInAnyOrder(RUN + "true", "ccx-v1:DemoX+In+2026+ccx@7false");
            ReceivedEvent grade = ofType(told, "org.laurel.grade.changed.v1").getFirst();
            assertThat(grade.body().path("grade").decimalValue()).isEqualByComparingTo("0.73");
            assertThat(grade.body().path("letter_grade").isNull()).isTrue();
            assertThat(ofType(told, "org.laurel.exam-attempt.rejected.v1")
                            .getFirst()
                            .body()
                            .path("exam")
                            .asText())
                    .isEqualTo("block-v1:DemoX+In+2026+type@sequential+block@exam");
        }
    }

    @Test
    void anApprovalOutlivesALaterAttemptThatIsOnlyPending() {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.identities")) {
            // When
            attempt(probe, OpenEdxEvents.IDV_ATTEMPT_CREATED, 1, "created", 0);
            attempt(probe, OpenEdxEvents.IDV_ATTEMPT_PENDING, 1, "pending", 1);
            attempt(probe, OpenEdxEvents.IDV_ATTEMPT_APPROVED, 1, "approved", 2);
            attempt(probe, OpenEdxEvents.IDV_ATTEMPT_PENDING, 2, "pending", 3);
            attempt(probe, OpenEdxEvents.IDV_ATTEMPT_DENIED, 1, "denied", 4);

            // Then
            assertThat(events(probe, "laurel.identities", "1003", 3))
                    .extracting(event -> event.body().path("status").asText())
                    .containsExactly("pending", "approved", "pending");
        }
    }

    @Test
    void cohortsRolesAndRegistrationsArrive() {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.enrollment-requests")) {
            // When
            Bus.send(probe, OpenEdxEvents.COHORT_MEMBERSHIP_CHANGED, new CohortData(user(1004), COURSE, "Blue"), at(0));
            Bus.send(
                    probe,
                    OpenEdxEvents.COURSE_ACCESS_ROLE_ADDED,
                    new CourseAccessRoleData(user(1004), "DemoX", "", "staff"),
                    at(1));
            Bus.send(
                    probe,
                    OpenEdxEvents.COURSE_ACCESS_ROLE_REMOVED,
                    new CourseAccessRoleData(user(1004), "DemoX", RUN, "instructor"),
                    at(2));
            Bus.send(
                    probe,
                    OpenEdxEvents.COURSE_ACCESS_ROLE_ADDED,
                    new CourseAccessRoleData(user(1004), "", "", "support"),
                    at(3));
            Bus.send(probe, OpenEdxEvents.REGISTRATION_COMPLETED, user(1004), at(4));

            // Then
            List<ReceivedEvent> told = events(probe, "laurel.enrollment-requests", "1004", 4);
            ReceivedEvent cohort =
                    ofType(told, "org.laurel.cohort-membership.requested.v1").getFirst();
            assertThat(cohort.body().path("cohort_id").asLong()).isBetween(1L, 999_999_999L);
            assertThat(cohort.body().path("cohort_name").asText()).isEqualTo("Blue");
            assertThat(ofType(told, "org.laurel.course-role.requested.v1"))
                    .extracting(event -> event.body().path("course_key").asText(null)
                            + " " + event.body().path("org").asText()
                            + " " + event.body().path("is_member"))
                    .containsExactlyInAnyOrder("null DemoX true", RUN + " DemoX false");
            assertThat(ofType(told, "org.laurel.learner.submitted.v1")
                            .getFirst()
                            .body()
                            .path("username")
                            .asText())
                    .isEqualTo("user-1004");
        }
    }

    @Test
    void coursesArrive() {
        String run = "course-v1:DemoX+Catalog+2026";
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.course-requests", "laurel.courses")) {
            // When
            Bus.send(
                    probe,
                    OpenEdxEvents.CATALOG_INFO_CHANGED,
                    new CourseCatalogData(
                            run, "Catalog", new CourseScheduleData(at(0), "self", null, at(1), null), false, true),
                    at(2));
            Bus.send(
                    probe,
                    OpenEdxEvents.XBLOCK_PUBLISHED,
                    new XBlockData("lib-block-v1:DemoX+lib+type@html+block@1", "html", null),
                    at(2));
            Bus.send(
                    probe,
                    OpenEdxEvents.XBLOCK_PUBLISHED,
                    new XBlockData("block-v1:DemoX+Catalog+2026+type@html+block@b", "html", null),
                    at(2));
            Bus.send(
                    probe,
                    OpenEdxEvents.XBLOCK_DELETED,
                    new XBlockData("block-v1:DemoX+Catalog+2026+type@vertical+block@a", "vertical", null),
                    at(3));

            // Then
            ReceivedEvent submitted =
                    events(probe, "laurel.course-requests", run, 1).getFirst();
            assertThat(submitted.body().path("self_paced").asBoolean()).isTrue();
            assertThat(submitted.body().path("invitation_only").asBoolean()).isTrue();
            assertThat(submitted.body().has("end")).isTrue();
            assertThat(submitted.body().path("end").isNull()).isTrue();
            assertThat(submitted.body().has("max_enrollments")).isFalse();
            assertThat(ofType(events(probe, "laurel.courses", run, 2), "org.laurel.course-structure.stale.v1"))
                    .extracting(stale -> stale.body().path("block_key").asText())
                    .containsExactlyInAnyOrder(
                            "block-v1:DemoX+Catalog+2026+type@html+block@b",
                            "block-v1:DemoX+Catalog+2026+type@vertical+block@a");
        }
    }

    @Test
    void oneIdHasOneEffectAndAnotherIdForTheSameStateIsLeftToTheReceiver() {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.enrollment-requests")) {
            // Given
            Bus.Sent event = Bus.sent(OpenEdxEvents.ENROLLMENT_CREATED, enrollment(1005, "audit", true), at(0));

            // When
            event.by(probe);
            event.by(probe);
            enroll(probe, OpenEdxEvents.ENROLLMENT_CREATED, 1005, "audit", true, 0);
            enroll(probe, OpenEdxEvents.ENROLLMENT_CHANGED, 1005, "honor", true, 1);

            // Then
            probe.awaitEvent(
                    "laurel.enrollment-requests",
                    told -> "1005".equals(told.key())
                            && told.body().path("mode").asText().equals("honor"));
            assertThat(events(probe, "laurel.enrollment-requests", "1005", 3)).hasSize(3);
        }
    }

    @Test
    void oneFactWithAnotherIdOfTheSameSchemaIsARepeat() {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.enrollment-requests")) {
            // Given
            long parked = Database.current().parkedEvents();
            Database.current()
                    .execute(
                            "insert into writer_schema select 9001, content from writer_schema where id = ?",
                            Bus.schemaId(OpenEdxEvents.ENROLLMENT_CREATED));
            Bus.Sent event = Bus.sent(OpenEdxEvents.ENROLLMENT_CREATED, enrollment(1007, "audit", true), at(0));
            byte[] renumbered = event.value().clone();
            ByteBuffer.wrap(renumbered).putInt(1, 9001);

            // When
            inOrder(probe, event);
            inOrder(probe, event.with(renumbered));
            inOrder(probe, Bus.sent(OpenEdxEvents.ENROLLMENT_CHANGED, enrollment(1007, "honor", true), at(1)));

            // Then
            assertThat(events(probe, "laurel.enrollment-requests", "1007", 2))
                    .extracting(told -> told.body().path("mode").asText())
                    .containsExactly("audit", "honor");
            assertThat(Database.current().parkedEvents()).isEqualTo(parked);
        }
    }

    @Test
    void whatWeSentOurselvesIsIgnored() {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.enrollment-requests")) {
            // When
            Bus.sent(OpenEdxEvents.ENROLLMENT_CREATED, enrollment(1006, "audit", true), at(0))
                    .with("ce_source", "openedx/laurel/web")
                    .by(probe);
            enroll(probe, OpenEdxEvents.ENROLLMENT_CREATED, 1006, "honor", true, 1);

            // Then
            assertThat(events(probe, "laurel.enrollment-requests", "1006", 1))
                    .extracting(event -> event.body().path("mode").asText())
                    .containsExactly("honor");
        }
    }

    private static CourseEnrollmentData enrollment(long user, String mode, boolean isActive) {
        return new CourseEnrollmentData(user(user), COURSE, mode, isActive, at(0), null);
    }

    private static void inOrder(KafkaProbe probe, Bus.Sent event) {
        ProducerRecord<byte[], byte[]> record = event.record();
        probe.sendRaw(new ProducerRecord<>(record.topic(), 0, record.key(), record.value(), record.headers()));
    }

    private static String enroll(
            KafkaProbe probe,
            OpenEdxEvent<CourseEnrollmentData> type,
            long user,
            String mode,
            boolean isActive,
            int minute) {
        String id = Bus.send(probe, type, enrollment(user, mode, isActive), at(minute));
        taken(id);
        return id;
    }

    private static void attempt(
            KafkaProbe probe, OpenEdxEvent<VerificationAttemptData> type, long number, String status, int minute) {
        taken(Bus.send(probe, type, new VerificationAttemptData(number, user(1003), status, null, null), at(minute)));
    }

    private static void taken(String id) {
        await("event " + id)
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> !Database.current()
                        .query("select 1 from inbox where event_id = ?", id)
                        .isEmpty());
    }

    private static List<ReceivedEvent> events(KafkaProbe probe, String topic, String key, int count) {
        return probe.awaitEvents(topic, count, event -> key.equals(event.key()));
    }

    private static List<ReceivedEvent> ofType(List<ReceivedEvent> events, String type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }
}

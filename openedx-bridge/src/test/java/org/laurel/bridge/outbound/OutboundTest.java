package org.laurel.bridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.laurel.bridge.Bus.at;
import static org.laurel.bridge.Bus.user;
import static org.laurel.bridge.outbound.Conversation.CERTIFICATES;
import static org.laurel.bridge.outbound.Conversation.ENROLLMENTS;
import static org.laurel.bridge.outbound.Conversation.PROGRAMS;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.Bus;
import org.laurel.bridge.Listener.Heard;
import org.laurel.bridge.openedx.event.CertificateData;
import org.laurel.bridge.openedx.event.CourseData;
import org.laurel.bridge.openedx.event.CourseEnrollmentData;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.openedx.event.ProgramCertificateData;
import org.laurel.bridge.openedx.event.ProgramData;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;

/** What Laurel decides arrives at consumers of Open edX as if the site had sent it. */
@BridgeTest
class OutboundTest {

    @Test
    void aCertificateIsToldInTheOrderOfItsFacts() {
        try (Conversation talk = new Conversation(CERTIFICATES)) {
            // When
            talk.tell(
                    Decisions.certificate("changed", "3001", "downloadable", "0.930", 1),
                    Decisions.certificate("awarded", "3001", "downloadable", "0.930", 1),
                    Decisions.certificate("changed", "3001", "unavailable", "null", 2),
                    Decisions.certificate("revoked", "3001", "unavailable", "null", 2));

            // Then
            List<Heard> heard = talk.heard(3001);
            assertThat(heard)
                    .extracting(Heard::type)
                    .containsExactly(
                            OpenEdxEvents.CERTIFICATE_CHANGED.type(),
                            OpenEdxEvents.CERTIFICATE_CREATED.type(),
                            OpenEdxEvents.CERTIFICATE_CHANGED.type(),
                            OpenEdxEvents.CERTIFICATE_REVOKED.type());
            assertThat(heard.get(1).data())
                    .isEqualTo(new CertificateData(
                            user(3001), course(""), "verified", "0.93", "", "Name 3001", "downloadable", ""));
            assertThat(((CertificateData) heard.get(3).data()).grade()).isEmpty();
        }
    }

    @Test
    void whatIsSentIsFoundInTheFlowByItsLearnerAndNotByOthersOfTheCourseRun() {
        try (Conversation talk = new Conversation(CERTIFICATES)) {
            // When
            talk.tell(Decisions.certificate("awarded", "3010", "downloadable", "1", 1));

            // Then
            String sent = "select count(*) from flow_entry where not received and event_type like 'org.openedx.%'";
            assertThat(Database.current().number(sent + " and record_key = '3010' and course_key = ?", Decisions.RUN))
                    .isOne();
            assertThat(Database.current().number(sent + " and record_key = ?", Decisions.RUN))
                    .isZero();
        }
    }

    @Test
    void aRecordIsFramedKeyedAndLabelledAsTheSiteItselfDoes() {
        try (Conversation talk = new Conversation(CERTIFICATES)) {
            // When
            talk.tell(Decisions.certificate("awarded", "3002", "downloadable", "1", 1));

            // Then
            Heard heard = talk.heard(3002).getFirst();
            assertThat(heard.headers().keySet())
                    .containsExactly(
                            "ce_specversion",
                            "content-type",
                            "ce_datacontenttype",
                            "ce_type",
                            "ce_id",
                            "ce_source",
                            "ce_time",
                            "ce_minorversion",
                            "sourcehost",
                            "sourcelib");
            assertThat(heard.headers())
                    .containsEntry("ce_source", "openedx/laurel/web")
                    .containsEntry("ce_time", "2026-02-03T04:06:06.789000+00:00");
            assertThat(ByteBuffer.wrap(heard.value(), 1, 4).getInt())
                    .isEqualTo(Bus.schemaId(OpenEdxEvents.CERTIFICATE_CREATED));
            byte[] text = Decisions.RUN.getBytes(StandardCharsets.UTF_8);
            assertThat(heard.key())
                    .isEqualTo(ByteBuffer.allocate(6 + text.length)
                            .put((byte) 0)
                            .putInt(Bus.KEY_SCHEMA)
                            .put((byte) (text.length * 2))
                            .put(text)
                            .array());
            CRC32 sum = new CRC32();
            sum.update(heard.key());
            assertThat(heard.partition()).isEqualTo((int) (sum.getValue() % 3));
        }
    }

    @Test
    void anEnrollmentIsToldAsTheSequenceThatTheSiteWouldSend() {
        try (Conversation talk = new Conversation(ENROLLMENTS)) {
            // When
            talk.tell(
                    Decisions.enrollment("3003", null, null, "verified", true, 1),
                    Decisions.enrollment("3003", "verified", true, "verified", false, 2));

            // Then
            List<Heard> heard = talk.heard(3003);
            assertThat(heard)
                    .extracting(Heard::data)
                    .containsExactly(
                            enrollment(3003, "audit", true),
                            enrollment(3003, "audit", true),
                            enrollment(3003, "verified", true),
                            enrollment(3003, "verified", false),
                            enrollment(3003, "verified", false));
            assertThat(heard)
                    .extracting(Heard::type)
                    .containsExactly(
                            OpenEdxEvents.ENROLLMENT_CHANGED.type(),
                            OpenEdxEvents.ENROLLMENT_CREATED.type(),
                            OpenEdxEvents.ENROLLMENT_CHANGED.type(),
                            OpenEdxEvents.ENROLLMENT_CHANGED.type(),
                            OpenEdxEvents.UNENROLLMENT_COMPLETED.type());
        }
    }

    @Test
    void anEnrollmentThatCameFromTheSiteIsNotSentBackAndTheCertificateThatItLedToIs() {
        try (Conversation talk = new Conversation(ENROLLMENTS, CERTIFICATES)) {
            // When
            talk.tell(Decisions.enrollment("3004", null, null, "audit", true, 1).withHeaders(Decisions.FROM_OPEN_EDX));
            talk.tell(Decisions.certificate("awarded", "3004", "downloadable", "1", 2)
                    .withHeaders(Decisions.FROM_OPEN_EDX));
            talk.tell(Decisions.enrollment("3004", "audit", true, "honor", true, 3));

            // Then
            assertThat(talk.heard(3004))
                    .extracting(Heard::type)
                    .containsExactlyInAnyOrder(
                            OpenEdxEvents.CERTIFICATE_CREATED.type(), OpenEdxEvents.ENROLLMENT_CHANGED.type());
        }
    }

    @Test
    void aProgramCertificateWaitsUntilItsLearnerIsKnown() {
        try (Conversation talk = new Conversation(PROGRAMS)) {
            // Given
            talk.tell(Decisions.program("awarded", "3005", 1));
            talk.tell(Decisions.program("revoked", "3005", 2));
            assertThat(talk.heard(3005)).isEmpty();

            // When
            talk.tell(Decisions.learner("3005", 1));

            // Then
            List<Heard> heard = talk.heard(3005);
            assertThat(heard).hasSize(2);
            assertThat(heard.getFirst().data())
                    .isEqualTo(new ProgramCertificateData(
                            user(3005),
                            new ProgramData("11111111-2222-4333-8444-555555555555", "Data", "micromasters"),
                            "66666666-7777-4888-9999-000000003005",
                            "awarded",
                            "http://localhost:8080/credentials/66666666777748889999000000003005/",
                            null));
            assertThat(heard.getLast().type()).isEqualTo(OpenEdxEvents.PROGRAM_CERTIFICATE_REVOKED.type());
        }
    }

    @Test
    void learnersWhoAreNoUsersOfTheSiteAreParkedAndHoldNobodyUpHoweverManyTheyAre() {
        try (KafkaProbe probe = KafkaProbe.fromNow();
                Conversation talk = new Conversation(CERTIFICATES)) {
            // When
            probe.sendAll(IntStream.range(0, 40)
                    .mapToObj(i -> Decisions.certificate("awarded", "stranger-" + i, "downloadable", "1", 1))
                    .toList());
            talk.tell(Decisions.certificate("awarded", "3006", "downloadable", "1", 1));

            // Then
            assertThat(talk.heard(3006)).hasSize(1);
            await().atMost(KafkaProbe.PATIENCE).until(() -> Database.current().number("""
                select count(*) from parked_event
                where code = 'learner_id_not_numeric' and convert_from(record_key, 'UTF8') like 'stranger-%'
                """) == 40);
            Database.current().execute("delete from parked_event where code = 'learner_id_not_numeric'");
        }
    }

    private static CourseData course(String name) {
        return new CourseData(Decisions.RUN, name, null, null);
    }

    private static CourseEnrollmentData enrollment(long user, String mode, boolean isActive) {
        return new CourseEnrollmentData(user(user), course(""), mode, isActive, at(0), null);
    }
}

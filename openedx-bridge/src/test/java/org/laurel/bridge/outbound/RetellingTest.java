package org.laurel.bridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.bridge.outbound.Conversation.CERTIFICATES;
import static org.laurel.bridge.outbound.Conversation.ENROLLMENTS;
import static org.laurel.bridge.outbound.Conversation.PROGRAMS;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.Bus;
import org.laurel.bridge.Listener.Heard;
import org.laurel.bridge.openedx.event.CertificateData;
import org.laurel.bridge.openedx.event.CourseEnrollmentData;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.kit.test.PlatformEvent;

/** What comes late, comes twice or is told again. */
@BridgeTest
class RetellingTest {

    private static final Map<String, String> RECONCILED = Map.of("ce_correlationid", "reconcile:7");

    @Test
    void whatIsOvertakenIsNotToldAnyMore() {
        try (Conversation talk = new Conversation(ENROLLMENTS, CERTIFICATES)) {
            // When
            talk.tellEach(
                    Decisions.enrollment("3201", "audit", true, "audit", false, 2),
                    Decisions.enrollment("3201", null, null, "audit", true, 1),
                    Decisions.certificate("changed", "3201", "notpassing", "null", 4),
                    Decisions.certificate("awarded", "3201", "downloadable", "1", 3));

            // Then
            assertThat(talk.heard(3201))
                    .extracting(Heard::type)
                    .containsExactlyInAnyOrder(
                            OpenEdxEvents.ENROLLMENT_CHANGED.type(),
                            OpenEdxEvents.UNENROLLMENT_COMPLETED.type(),
                            OpenEdxEvents.CERTIFICATE_CHANGED.type());
        }
    }

    @Test
    void aVersionThatComesAgainUnderAnotherIdIsToldOnce() {
        try (Conversation talk = new Conversation(CERTIFICATES, PROGRAMS)) {
            // When
            talk.tellEach(
                    Decisions.learner("3202", 1),
                    Decisions.certificate("changed", "3202", "downloadable", "1", 1),
                    Decisions.certificate("awarded", "3202", "downloadable", "1", 1),
                    Decisions.program("awarded", "3202", 1),
                    Decisions.certificate("changed", "3202", "downloadable", "1", 1),
                    Decisions.certificate("awarded", "3202", "downloadable", "1", 1),
                    Decisions.program("awarded", "3202", 1));

            // Then
            assertThat(talk.heard(3202))
                    .extracting(Heard::type)
                    .containsExactlyInAnyOrder(
                            OpenEdxEvents.CERTIFICATE_CHANGED.type(),
                            OpenEdxEvents.CERTIFICATE_CREATED.type(),
                            OpenEdxEvents.PROGRAM_CERTIFICATE_AWARDED.type());
        }
    }

    @Test
    void anEnrollmentOfLaurelsIsToldAgainWholeAndOneOfTheSitesIsNot() {
        try (Conversation talk = new Conversation(ENROLLMENTS)) {
            // Given
            talk.tellEach(
                    Decisions.enrollment("3203", null, null, "audit", true, 1),
                    Decisions.enrollment("3204", null, null, "audit", true, 1).withHeaders(Decisions.FROM_OPEN_EDX));

            // When
            talk.tellEach(
                    Decisions.enrollment("3203", "audit", true, "audit", true, 1)
                            .withHeaders(RECONCILED),
                    Decisions.enrollment("3204", "audit", true, "audit", true, 1)
                            .withHeaders(RECONCILED),
                    Decisions.enrollment("3205", "audit", true, "audit", true, 1)
                            .withHeaders(RECONCILED));

            // Then
            assertThat(talk.heard(3203))
                    .extracting(Heard::type)
                    .containsExactly(
                            OpenEdxEvents.ENROLLMENT_CHANGED.type(),
                            OpenEdxEvents.ENROLLMENT_CREATED.type(),
                            OpenEdxEvents.ENROLLMENT_CHANGED.type(),
                            OpenEdxEvents.ENROLLMENT_CREATED.type());
            assertThat(talk.heard(3204)).isEmpty();
            assertThat(talk.heard(3205)).as("nobody knows whose it is").isEmpty();
        }
    }

    @Test
    void anEnrollmentThatLaurelChangedAfterTheSiteIsLaurelsAndTheOtherWayRound() {
        try (Conversation talk = new Conversation(ENROLLMENTS)) {
            // Given
            talk.tellEach(
                    Decisions.enrollment("3206", null, null, "audit", true, 1).withHeaders(Decisions.FROM_OPEN_EDX),
                    Decisions.enrollment("3206", "audit", true, "honor", true, 2),
                    Decisions.enrollment("3207", null, null, "audit", true, 1),
                    Decisions.enrollment("3207", "audit", true, "audit", false, 2)
                            .withHeaders(Decisions.FROM_OPEN_EDX));

            // When
            talk.tellEach(
                    Decisions.enrollment("3206", "honor", true, "honor", true, 2)
                            .withHeaders(RECONCILED),
                    Decisions.enrollment("3207", "audit", false, "audit", false, 2)
                            .withHeaders(RECONCILED));

            // Then
            assertThat(talk.heard(3206))
                    .extracting(Heard::type)
                    .containsExactly(
                            OpenEdxEvents.ENROLLMENT_CHANGED.type(),
                            OpenEdxEvents.ENROLLMENT_CHANGED.type(),
                            OpenEdxEvents.ENROLLMENT_CREATED.type());
            assertThat(talk.heard(3207)).hasSize(2);
        }
    }

    @Test
    void anEnrollmentOfLaurelsStaysLaurelsWhenItTurnsOutToHaveBegunEarlier() {
        try (Conversation talk = new Conversation(ENROLLMENTS)) {
            // Given
            PlatformEvent same = Decisions.enrollment("3212", "audit", true, "audit", true, 2);
            PlatformEvent earlier = same.withJson(
                    same.json().replace(Bus.at(0).toString(), Bus.at(-9).toString()));
            talk.tellEach(
                    Decisions.enrollment("3212", null, null, "audit", true, 1),
                    earlier.withHeaders(Decisions.FROM_OPEN_EDX));

            // When
            talk.tell(earlier.withId(UUID.randomUUID().toString()).withHeaders(RECONCILED));

            // Then
            List<Heard> heard = talk.heard(3212);
            String changed = OpenEdxEvents.ENROLLMENT_CHANGED.type();
            String created = OpenEdxEvents.ENROLLMENT_CREATED.type();
            // What the site told itself is not sent back to it.
            assertThat(heard).extracting(Heard::type).containsExactly(changed, created, changed, created);
            assertThat(((CourseEnrollmentData) heard.get(2).data()).creationDate())
                    .isEqualTo(Bus.at(-9));
        }
    }

    @Test
    void anEarlierBeginningThatAnotherPlatformTellsGoesToTheSite() {
        try (Conversation talk = new Conversation(ENROLLMENTS)) {
            // Given
            talk.tell(Decisions.enrollment("3213", null, null, "audit", true, 1));
            PlatformEvent same = Decisions.enrollment("3213", "audit", true, "audit", true, 2);

            // When
            talk.tell(same.withJson(
                    same.json().replace(Bus.at(0).toString(), Bus.at(-9).toString())));

            // Then
            List<Heard> heard = talk.heard(3213);
            assertThat(heard).hasSize(4);
            assertThat(((CourseEnrollmentData) heard.getLast().data()).creationDate())
                    .isEqualTo(Bus.at(-9));
        }
    }

    @Test
    void aCertificateIsToldAgainByItsState() {
        try (Conversation talk = new Conversation(CERTIFICATES)) {
            // Given
            talk.tellEach(
                    Decisions.certificate("changed", "3208", "downloadable", "1", 1),
                    Decisions.certificate("awarded", "3208", "downloadable", "1", 1));
            PlatformEvent granted = unchanged(Decisions.certificate("changed", "3208", "downloadable", "1", 1));
            PlatformEvent revoked = unchanged(Decisions.certificate("changed", "3208", "notpassing", "1", 2));

            // When
            talk.tellEach(
                    granted.withHeaders(RECONCILED),
                    Decisions.certificate("changed", "3208", "notpassing", "1", 2),
                    Decisions.certificate("revoked", "3208", "notpassing", "1", 2),
                    revoked);

            // Then
            String changed = OpenEdxEvents.CERTIFICATE_CHANGED.type();
            String created = OpenEdxEvents.CERTIFICATE_CREATED.type();
            String ended = OpenEdxEvents.CERTIFICATE_REVOKED.type();
            assertThat(talk.heard(3208))
                    .extracting(Heard::type)
                    .containsExactly(changed, created, changed, created, changed, ended, changed, ended);
        }
    }

    @Test
    void aCredentialOfAProgramIsToldAgainOnce() {
        try (Conversation talk = new Conversation(PROGRAMS)) {
            // Given
            talk.tellEach(
                    Decisions.learner("3209", 1),
                    Decisions.program("awarded", "3209", 1),
                    Decisions.program("revoked", "3209", 2));

            // When
            talk.tell(Decisions.program("revoked", "3209", 2).withHeaders(RECONCILED));

            // Then
            assertThat(talk.heard(3209))
                    .extracting(Heard::type)
                    .containsExactly(
                            OpenEdxEvents.PROGRAM_CERTIFICATE_AWARDED.type(),
                            OpenEdxEvents.PROGRAM_CERTIFICATE_REVOKED.type(),
                            OpenEdxEvents.PROGRAM_CERTIFICATE_REVOKED.type());
        }
    }

    @Test
    void theAddressOfACertificateLeadsToLaurelFromAnywhere() {
        try (Conversation talk = new Conversation(CERTIFICATES)) {
            // Given
            PlatformEvent page = Decisions.certificate("awarded", "3210", "downloadable", "1", 1);
            PlatformEvent file = Decisions.certificate("awarded", "3211", "downloadable", "1", 1);

            // When
            talk.tell(
                    page.withJson(
                            page.json().replace("\"download_url\": null", "\"download_url\": \"/certificates/0a\"")),
                    file.withJson(file.json()
                            .replace(
                                    "\"download_url\": null",
                                    "\"download_url\": \"https://files.example.org/a.pdf\"")));

            // Then
            assertThat(talk.heard(3210))
                    .extracting(heard -> ((CertificateData) heard.data()).downloadUrl())
                    .containsExactly("http://localhost:8080/certificates/0a");
            assertThat(talk.heard(3211))
                    .extracting(heard -> ((CertificateData) heard.data()).downloadUrl())
                    .containsExactly("https://files.example.org/a.pdf");
        }
    }

    /** As whoever tells again does: what was before is what is. */
    private static PlatformEvent unchanged(PlatformEvent event) {
        String json = event.json();
        String status = json.replaceFirst("(?s).*\"status\": (\"[a-z]+\").*", "$1");
        return event.withJson(json.replace("\"previous_status\": null", "\"previous_status\": " + status));
    }
}

package org.laurel.certificates.sharing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.lookup.Told;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ShareApiTest {

    private static final String SHARE = "/api/certificates/v1/learners/{u}/courses/{c}/certificate/share";
    private static final String SHARED = "org.laurel.certificate.shared.v1";

    @Test
    void tellsOfAShareOncePerRequest() {
        // Given
        Told owner = granted("share-owner");
        List<ReceivedEvent> told;

        // When
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            share(owner, owner.token(), "linkedin", "one").statusCode(204);
            share(owner, owner.token(), "linkedin", "one").statusCode(204);
            share(owner, owner.token(), "Facebook", "two").statusCode(204);
            probe.awaitEvents("laurel.certificates", 2, event -> isShare(owner, event));
            owner.failing("0.1", 40);
            probe.awaitEvents(
                    "laurel.certificates",
                    1,
                    event -> event.type().equals("org.laurel.course-cert.revoked.v1")
                            && owner.learnerId().equals(event.key()));
            told = probe.received("laurel.certificates").stream()
                    .filter(event -> isShare(owner, event))
                    .toList();
        }

        // Then
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().body().get("social_network").asText()).isEqualTo("LinkedIn");
        assertThat(told.getLast().body().get("social_network").asText()).isEqualTo("Facebook");
        assertThat(told.getFirst().body().get("enrollment_mode").asText()).isEqualTo("verified");
        assertThat(told.getFirst().body().get("course_key").asText()).isEqualTo(owner.course());
        assertThat(told.getFirst().body().get("certificate_url").asText())
                .matches("https?://.+/certificates/[0-9a-f]{32}");
    }

    @Test
    void refusesWhatNobodyElseCouldLookAt() {
        // Given
        Told failing = new Told("share-failing").inRun().stated(CertificateStatus.NOTPASSING, "verified", "", 20);
        Told early = new Told("share-early")
                .inRunShowingFrom(Instant.parse("2126-01-01T00:00:00Z"))
                .enrolled("verified")
                .passing("0.9", 20);
        Told switchedOff = granted("share-off").withoutHtml();
        Told without = new Told("share-without").inRun().enrolled("audit");

        // When
        var ofFailing = share(failing, failing.token(), "twitter", "a");
        var ofEarly = share(early, early.token(), "twitter", "b");
        var ofSwitchedOff = share(switchedOff, switchedOff.token(), "twitter", "c");
        var ofNone = share(without, without.token(), "twitter", "d");

        // Then
        List.of(ofFailing, ofEarly, ofSwitchedOff)
                .forEach(answer -> answer.statusCode(409).body("error_code", equalTo("certificate_not_shareable")));
        ofNone.statusCode(404).body("error_code", equalTo("certificate_not_found"));
    }

    @Test
    void onlyTheOwnerSharesAndOnlyOnKnownNetworks() {
        // Given
        Told owner = granted("share-access");

        // When
        var staff = share(owner, Tokens.staff(), "twitter", "a");
        var other = share(owner, Tokens.learner("other", "other"), "twitter", "b");
        var unknown = share(owner, owner.token(), "myspace", "c");

        // Then
        staff.statusCode(403);
        other.statusCode(403);
        unknown.statusCode(400).body("error_code", equalTo("unknown_social_network"));
    }

    private static boolean isShare(Told owner, ReceivedEvent event) {
        return event.type().equals(SHARED) && owner.learnerId().equals(event.key());
    }

    private static Told granted(String word) {
        return new Told(word).inRun().enrolled("verified").passing("0.88", 20);
    }

    private static ValidatableResponse share(Told told, String token, String network, String key) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", told.word() + key)
                .body(Map.of("social_network", network))
                .post(told.filled(SHARE))
                .then();
    }
}

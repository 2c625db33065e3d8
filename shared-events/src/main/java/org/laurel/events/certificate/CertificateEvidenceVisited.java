package org.laurel.events.certificate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Require;

/**
 * Somebody other than the learner looked at the page of a certificate. Who looked is not told.
 *
 * @param learnerId whose certificate
 * @param courseKey for which course run
 * @param verifyUuid public id of the certificate, 32 hexadecimal digits
 * @param enrollmentMode slug of the mode that was certified
 * @param socialNetwork name of the network that the visitor came from; LinkedIn when it is not known
 * @param certificateUrl where the certificate's page is
 * @param occurredAt when the page was shown
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CertificateEvidenceVisited(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("verify_uuid") String verifyUuid,
        @JsonProperty("enrollment_mode") String enrollmentMode,
        @JsonProperty("social_network") String socialNetwork,
        @JsonProperty("certificate_url") String certificateUrl,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CertificateEvidenceVisited {
        Require.learnerId(learnerId);
        Require.courseKey(courseKey);
        Require.verifyUuid(verifyUuid);
        Require.text("enrollment_mode", enrollmentMode, Require.SLUG_LENGTH);
        Require.text("social_network", socialNetwork, Require.SLUG_LENGTH);
        Require.text("certificate_url", certificateUrl, Require.URL_LENGTH);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}

package org.laurel.events.certificate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Require;

/**
 * A learner shared their own certificate on a social network.
 *
 * @param learnerId whose certificate
 * @param courseKey for which course run
 * @param verifyUuid public id of the certificate, 32 hexadecimal digits
 * @param enrollmentMode slug of the mode that was certified
 * @param socialNetwork name of the network: LinkedIn, Facebook, Twitter or another
 * @param certificateUrl where the certificate's page is
 * @param occurredAt when the learner shared it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CertificateShared(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("verify_uuid") String verifyUuid,
        @JsonProperty("enrollment_mode") String enrollmentMode,
        @JsonProperty("social_network") String socialNetwork,
        @JsonProperty("certificate_url") String certificateUrl,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CertificateShared {
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

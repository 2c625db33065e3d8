package org.laurel.events.learner;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;

/**
 * What holds for all certificates of a learner who ever enrolled: whether any may be granted, under which name, and who
 * may see them.
 *
 * @param learnerId who
 * @param allowCertificate false bars the learner from every certificate
 * @param certificateName the name that the learner wants on certificates, or null for the full name
 * @param useVerifiedName whether the verified name goes on certificates
 * @param verifiedName the name from identity verification, or null
 * @param certificatesVisibleTo one of {@link #AUDIENCES}
 * @param version grows with every change of these preferences; the highest wins, whatever the time
 * @param occurredAt when the preferences changed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CertificatePreferencesChanged(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("allow_certificate") @Mandatory boolean allowCertificate,
        @JsonProperty("certificate_name") @Nullable String certificateName,
        @JsonProperty("use_verified_name") @Mandatory boolean useVerifiedName,
        @JsonProperty("verified_name") @Nullable String verifiedName,
        @JsonProperty("certificates_visible_to") String certificatesVisibleTo,
        @JsonProperty("version") @Mandatory long version,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** The closed vocabulary of {@code certificates_visible_to}. */
    public static final Set<String> AUDIENCES = Set.of("private", "all_users");

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CertificatePreferencesChanged {
        Require.learnerId(learnerId);
        Require.optionalText("certificate_name", certificateName, Require.NAME_LENGTH);
        Require.optionalText("verified_name", verifiedName, Require.NAME_LENGTH);
        Require.oneOf("certificates_visible_to", certificatesVisibleTo, AUDIENCES);
        Require.notNegative("version", version);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}

package org.laurel.events.certificate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;
import org.laurel.events.internal.RequireNumber;
import org.laurel.events.learner.LearnerSnapshot;

/**
 * The full state of a certificate after a change: the body of COURSE_CERT_CHANGED, COURSE_CERT_AWARDED and
 * COURSE_CERT_REVOKED. One change has one version; CHANGED comes first, then AWARDED or REVOKED with the same body.
 *
 * @param learnerId whose certificate
 * @param courseKey for which course run
 * @param mode slug of the mode that was certified
 * @param status one of {@link #STATUSES}; "downloadable" is granted and ready
 * @param previousStatus the status before, or null when the certificate is new
 * @param grade course grade from 0 to 1 at the last change, or null
 * @param name the name on the certificate
 * @param verifyUuid public id of 32 hexadecimal digits, kept over revocation; null until the certificate first has one
 * @param downloadUrl where the file or page is, or null
 * @param createdAt when the certificate was created
 * @param modifiedAt when it last changed
 * @param availableAt from when the learner may see it, or null when that is not known
 * @param dateOverride the issue date that staff set, or null
 * @param generationMode what set off the change: {@code self}, {@code batch} or another word; null when not generated
 * @param reason why the status is what it is, as a short code, or null
 * @param version grows with every change of this certificate; the highest wins, whatever the time
 * @param learner who the learner is at this moment
 * @param occurredAt business time of the change
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CourseCertificateState(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("mode") String mode,
        @JsonProperty("status") String status,
        @JsonProperty("previous_status") @Nullable String previousStatus,
        @JsonProperty("grade") @Nullable BigDecimal grade,
        @JsonProperty("name") String name,
        @JsonProperty("verify_uuid") @Nullable String verifyUuid,
        @JsonProperty("download_url") @Nullable String downloadUrl,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("modified_at") Instant modifiedAt,
        @JsonProperty("available_at") @Nullable Instant availableAt,
        @JsonProperty("date_override") @Nullable Instant dateOverride,
        @JsonProperty("generation_mode") @Nullable String generationMode,
        @JsonProperty("reason") @Nullable String reason,
        @JsonProperty("version") @Mandatory long version,
        @JsonProperty("learner") LearnerSnapshot learner,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** The closed vocabulary of {@code status} and {@code previous_status}, today's and historical ones. */
    public static final Set<String> STATUSES = Set.of(
            "downloadable",
            "notpassing",
            "unavailable",
            "unverified",
            "generating",
            "regenerating",
            "deleting",
            "deleted",
            "error",
            "restricted",
            "audit_passing",
            "audit_notpassing",
            "auditing",
            "honor_passing",
            "invalidated",
            "requesting");

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CourseCertificateState {
        Require.learnerId(learnerId);
        Require.courseKey(courseKey);
        Require.text("mode", mode, Require.SLUG_LENGTH);
        Require.oneOf("status", status, STATUSES);
        Require.optionalOneOf("previous_status", previousStatus, STATUSES);
        RequireNumber.optionalFraction("grade", grade);
        Require.emptyOrText("name", name, Require.NAME_LENGTH);
        Require.optionalVerifyUuid(verifyUuid);
        Require.optionalText("download_url", downloadUrl, Require.URL_LENGTH);
        Require.time("created_at", createdAt);
        Require.time("modified_at", modifiedAt);
        Require.optionalTime("available_at", availableAt);
        Require.optionalTime("date_override", dateOverride);
        Require.optionalText("generation_mode", generationMode, Require.SLUG_LENGTH);
        Require.optionalText("reason", reason, Require.NAME_LENGTH);
        Require.notNegative("version", version);
        Require.present("learner", learner);
        learner.mustBelongTo(learnerId);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}

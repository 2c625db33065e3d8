package org.laurel.events.certificate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;

/**
 * Learners' own requests for certificates were switched on or off for a course run.
 *
 * @param courseKey which course run
 * @param enabled whether its learners may request their certificates themselves
 * @param occurredAt when it was switched
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CertificateGenerationSwitched(
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("enabled") @Mandatory boolean enabled,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CertificateGenerationSwitched {
        Require.courseKey(courseKey);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return courseKey;
    }
}

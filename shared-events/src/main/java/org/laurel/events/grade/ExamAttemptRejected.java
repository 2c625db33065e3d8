package org.laurel.events.grade;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Require;

/**
 * A proctored exam attempt of a learner was rejected, which invalidates the certificate of the course run.
 *
 * @param learnerId who
 * @param courseKey in which course run
 * @param exam the exam's name or id on the platform, or null
 * @param occurredAt when the attempt was rejected
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExamAttemptRejected(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("exam") @Nullable String exam,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public ExamAttemptRejected {
        Require.learnerId(learnerId);
        Require.courseKey(courseKey);
        Require.optionalText("exam", exam, Require.NAME_LENGTH);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}

package org.laurel.events.grade;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Require;
import org.laurel.events.internal.RequireNumber;

/**
 * A learner's course grade has a new value, whether or not the learner passes by it.
 *
 * @param learnerId who
 * @param courseKey in which course run
 * @param grade course grade from 0 to 1
 * @param letterGrade the course's own name for the grade, or null
 * @param occurredAt when the grade came to be
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GradeChanged(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("grade") BigDecimal grade,
        @JsonProperty("letter_grade") @Nullable String letterGrade,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public GradeChanged {
        Require.learnerId(learnerId);
        Require.courseKey(courseKey);
        RequireNumber.fraction("grade", grade);
        Require.optionalText("letter_grade", letterGrade, Require.NAME_LENGTH);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}

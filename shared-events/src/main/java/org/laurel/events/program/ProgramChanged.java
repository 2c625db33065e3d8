package org.laurel.events.program;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;

/**
 * A program was created or changed.
 *
 * @param programUuid which program
 * @param title title of the program
 * @param type slug of the program's type, such as {@code micromasters}
 * @param status one of {@link #STATUSES}
 * @param courseKeys the course runs that count in the program; at most 10,000, unmodifiable
 * @param version grows with every change of this program; the highest wins, whatever the time
 * @param occurredAt when the program took on these values
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProgramChanged(
        @JsonProperty("program_uuid") String programUuid,
        @JsonProperty("title") String title,
        @JsonProperty("type") String type,
        @JsonProperty("status") String status,
        @JsonProperty("course_keys") List<String> courseKeys,
        @JsonProperty("version") @Mandatory long version,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** The closed vocabulary of {@code status}. */
    public static final Set<String> STATUSES = Set.of("active", "retired", "deleted", "unpublished");

    private static final int MOST_COURSES = 10_000;

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public ProgramChanged {
        Require.uuid("program_uuid", programUuid);
        Require.emptyOrText("title", title, Require.NAME_LENGTH);
        Require.emptyOrText("type", type, Require.SLUG_LENGTH);
        Require.oneOf("status", status, STATUSES);
        courseKeys = Require.list("course_keys", courseKeys, MOST_COURSES);
        courseKeys.forEach(Require::courseKey);
        Require.notNegative("version", version);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return programUuid;
    }
}

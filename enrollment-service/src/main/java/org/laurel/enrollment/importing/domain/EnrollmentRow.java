package org.laurel.enrollment.importing.domain;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/**
 * A row about an enrollment. The first of learner id, username and email address that it has names the learner.
 *
 * @param mode null for the known one, else the default mode
 * @param isActive null for the known value, else true
 * @param created when the learner first enrolled, null for the time at which the row counts
 * @param occurredAt since when this holds, null for the time of the import
 */
public record EnrollmentRow(
        @Nullable LearnerId learnerId,
        @Nullable String username,
        @Nullable String email,
        CourseKey courseKey,
        @Nullable String mode,
        @Nullable Boolean isActive,
        @Nullable Instant created,
        @Nullable Instant occurredAt) {

    /** The columns, in the order in which exports write them. */
    public static final List<String> COLUMNS =
            List.of("learner_id", "username", "email", "course_key", "mode", "is_active", "created", "occurred_at");

    private static final Pattern MODE = Pattern.compile("\\S{1,100}");

    /** Reads a row. */
    public static RowReading<EnrollmentRow> read(RawRow raw, Instant now) {
        return RowReading.read(raw, now, EnrollmentRow::of);
    }

    private static EnrollmentRow of(Members members) {
        LearnerId id = members.learnerId();
        String username = members.given("username");
        String email = members.given("email");
        Members.require(id != null || username != null || email != null, RowCode.MISSING_LEARNER);
        String mode = members.given("mode");
        Members.require(mode == null || MODE.matcher(mode).matches(), RowCode.BAD_MODE);
        return new EnrollmentRow(
                id,
                username,
                email,
                members.courseKey(),
                mode,
                members.flag("is_active"),
                members.past("created"),
                members.past("occurred_at"));
    }
}

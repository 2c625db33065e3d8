package org.laurel.events.course;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Members;
import org.laurel.events.internal.Require;

/**
 * A platform tells members of a course run. A member that is not {@linkplain Told told} stays as it is; null means none, or
 * the usual value where a run always has one. Every member keeps its own newest time.
 *
 * @param courseKey which course run
 * @param displayName title of the course
 * @param org the organisation; null for the one of the course key
 * @param start when the run starts
 * @param end when it ends; null when it does not
 * @param enrollmentStart when enrollment opens
 * @param enrollmentEnd when enrollment closes
 * @param selfPaced whether learners set their own pace; null means false
 * @param certificatesDisplayBehavior one of {@link CourseRunChanged#DISPLAY_BEHAVIORS}; null means {@code end}
 * @param certificateAvailableDate the date of {@code end_with_date}
 * @param certificatesShowBeforeEnd whether certificates show before the run ends; null means false
 * @param htmlCertificatesEnabled whether the run has certificate pages; null means true
 * @param invitationOnly whether only staff may enroll learners; null means false
 * @param maxEnrollments the largest number of active enrollments; null when there is no limit
 * @param mobileAvailable whether the run is offered in mobile applications; null means false
 * @param isCcx whether this is a custom course on top of a run; null for what the form of the key says
 * @param occurredAt when the told members took on these values
 */
public record CourseRunSubmitted(
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("display_name") Told<String> displayName,
        @JsonProperty("org") Told<String> org,
        @JsonProperty("start") Told<Instant> start,
        @JsonProperty("end") Told<Instant> end,
        @JsonProperty("enrollment_start") Told<Instant> enrollmentStart,
        @JsonProperty("enrollment_end") Told<Instant> enrollmentEnd,
        @JsonProperty("self_paced") Told<Boolean> selfPaced,
        @JsonProperty("certificates_display_behavior") Told<String> certificatesDisplayBehavior,
        @JsonProperty("certificate_available_date") Told<Instant> certificateAvailableDate,
        @JsonProperty("certificates_show_before_end") Told<Boolean> certificatesShowBeforeEnd,
        @JsonProperty("html_certificates_enabled") Told<Boolean> htmlCertificatesEnabled,
        @JsonProperty("invitation_only") Told<Boolean> invitationOnly,
        @JsonProperty("max_enrollments") Told<Integer> maxEnrollments,
        @JsonProperty("mobile_available") Told<Boolean> mobileAvailable,
        @JsonProperty("is_ccx") Told<Boolean> isCcx,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CourseRunSubmitted {
        Require.courseKey(courseKey);
        displayName.ifTold(value -> Require.optionalText("display_name", value, Require.NAME_LENGTH));
        if (org.value() != null) {
            Require.text("org", org.value(), Require.NAME_LENGTH);
        }
        start.ifTold(value -> Require.optionalTime("start", value));
        end.ifTold(value -> Require.optionalTime("end", value));
        enrollmentStart.ifTold(value -> Require.optionalTime("enrollment_start", value));
        enrollmentEnd.ifTold(value -> Require.optionalTime("enrollment_end", value));
        certificatesDisplayBehavior.ifTold(value ->
                Require.optionalOneOf("certificates_display_behavior", value, CourseRunChanged.DISPLAY_BEHAVIORS));
        certificateAvailableDate.ifTold(value -> Require.optionalTime("certificate_available_date", value));
        if (maxEnrollments.value() != null) {
            Require.notNegative("max_enrollments", maxEnrollments.value());
        }
        Require.time("occurred_at", occurredAt);
    }

    /**
     * Reads the members of a JSON object by their names; others are ignored.
     *
     * @throws IllegalArgumentException naming the member that is outside the contract
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CourseRunSubmitted of(Map<String, @Nullable Object> members) {
        Members from = new Members(members);
        return new CourseRunSubmitted(
                given("course_key", from.text("course_key")),
                told(from, "display_name", from::text),
                told(from, "org", from::text),
                told(from, "start", from::time),
                told(from, "end", from::time),
                told(from, "enrollment_start", from::time),
                told(from, "enrollment_end", from::time),
                told(from, "self_paced", from::flag),
                told(from, "certificates_display_behavior", from::text),
                told(from, "certificate_available_date", from::time),
                told(from, "certificates_show_before_end", from::flag),
                told(from, "html_certificates_enabled", from::flag),
                told(from, "invitation_only", from::flag),
                told(from, "max_enrollments", from::integer),
                told(from, "mobile_available", from::flag),
                told(from, "is_ccx", from::flag),
                given("occurred_at", from.time("occurred_at")));
    }

    /** The members that are told, by their JSON names; null values included. */
    @JsonValue
    public Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("course_key", courseKey);
        displayName.ifTold(value -> members.put("display_name", value));
        org.ifTold(value -> members.put("org", value));
        start.ifTold(value -> members.put("start", value));
        end.ifTold(value -> members.put("end", value));
        enrollmentStart.ifTold(value -> members.put("enrollment_start", value));
        enrollmentEnd.ifTold(value -> members.put("enrollment_end", value));
        selfPaced.ifTold(value -> members.put("self_paced", value));
        certificatesDisplayBehavior.ifTold(value -> members.put("certificates_display_behavior", value));
        certificateAvailableDate.ifTold(value -> members.put("certificate_available_date", value));
        certificatesShowBeforeEnd.ifTold(value -> members.put("certificates_show_before_end", value));
        htmlCertificatesEnabled.ifTold(value -> members.put("html_certificates_enabled", value));
        invitationOnly.ifTold(value -> members.put("invitation_only", value));
        maxEnrollments.ifTold(value -> members.put("max_enrollments", value));
        mobileAvailable.ifTold(value -> members.put("mobile_available", value));
        isCcx.ifTold(value -> members.put("is_ccx", value));
        members.put("occurred_at", occurredAt);
        return members;
    }

    @Override
    public String key() {
        return courseKey;
    }

    private static <T> Told<T> told(Members from, String member, Function<String, @Nullable T> reading) {
        return from.has(member) ? Told.of(reading.apply(member)) : Told.unchanged();
    }

    private static <T> T given(String member, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(member + " is required");
        }
        return value;
    }
}

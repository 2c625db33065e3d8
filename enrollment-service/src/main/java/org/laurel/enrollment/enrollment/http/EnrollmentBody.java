package org.laurel.enrollment.enrollment.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.http.CourseKeys;
import org.laurel.enrollment.enrollment.domain.EnrollmentAttribute;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/**
 * An enrollment request as existing clients send it. Some members are read late and strictly, because which refusal a client
 * gets depends on the order of the rules.
 *
 * @param user a username, absent for the caller
 * @param email finds the learner instead of a username, for staff and service clients
 * @param isActive absent to leave it as it is
 * @param enrollmentAttributes replace the known ones; absent to leave those alone
 * @param forceEnrollment enroll although enrollment is closed; for staff
 * @param cohort the name of a cohort of the course run that the learner enters too
 * @param emailOptIn whether the caller wants mail from the course run's organisation; absent to leave it as it is
 * @param enterpriseUuid taken for the clients that send it; what an enterprise makes of it is its own business
 */
record EnrollmentBody(
        @Nullable String user,
        @Nullable String email,
        @Nullable CourseDetails courseDetails,
        @Nullable String mode,
        @Schema(implementation = Boolean.class) @Nullable JsonNode isActive,

        @Schema(type = SchemaType.ARRAY, implementation = EnrollmentAttribute.class) @Nullable JsonNode enrollmentAttributes,

        @Schema(implementation = Boolean.class) @Nullable JsonNode forceEnrollment,
        @Nullable String cohort,
        @Schema(implementation = Boolean.class) @Nullable JsonNode emailOptIn,
        @Schema(implementation = String.class) @Nullable JsonNode enterpriseUuid) {

    /** The course run that is meant. */
    record CourseDetails(@Nullable String courseId) {}

    CourseKey courseKey() {
        if (courseDetails == null || courseDetails.courseId() == null) {
            throw ProblemException.badRequest("course_id_missing", "course_details.course_id is required.");
        }
        return CourseKeys.parse(courseDetails.courseId());
    }

    @Nullable Boolean active() {
        return flag("is_active", isActive);
    }

    boolean forced() {
        Boolean flag = flag("force_enrollment", forceEnrollment);
        return flag != null && flag;
    }

    @Nullable Boolean optIn() {
        return flag("email_opt_in", emailOptIn);
    }

    /** What cannot be read is handed on as such: other refusals come first. */
    @Nullable List<EnrollmentAttribute> attributes() {
        if (enrollmentAttributes == null || enrollmentAttributes.isNull()) {
            return null;
        }
        if (!enrollmentAttributes.isArray()) {
            return List.of(EnrollmentAttribute.UNREADABLE);
        }
        List<EnrollmentAttribute> attributes = new ArrayList<>();
        for (JsonNode item : enrollmentAttributes) {
            attributes.add(new EnrollmentAttribute(text(item, "namespace"), text(item, "name"), text(item, "value")));
        }
        return attributes;
    }

    private static String text(JsonNode item, String member) {
        String text = item.path(member).textValue();
        return text == null ? "" : text;
    }

    private static @Nullable Boolean flag(String member, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw ProblemException.badRequest("invalid_" + member, member + " takes true or false and nothing else.");
        }
        return value.booleanValue();
    }
}

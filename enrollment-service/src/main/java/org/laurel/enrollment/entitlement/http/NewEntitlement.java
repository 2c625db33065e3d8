package org.laurel.enrollment.entitlement.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.http.CourseKeys;
import org.laurel.enrollment.entitlement.domain.EntitlementTerms;

/**
 * What a learner is to be entitled to.
 *
 * @param learnerId who, or
 * @param user who, by username
 * @param mode slug of the mode
 * @param courseKey the course run that it is used for at once, absent for later
 */
record NewEntitlement(
        @Nullable String learnerId,
        @Nullable String user,
        @NotNull String courseUuid,
        @NotNull @Size(max = 100) String mode,
        @Nullable String courseKey,

        @Nullable @Size(max = 255) @Pattern(regexp = "[^\\x00]*") String orderNumber) {

    EntitlementTerms terms() {
        return new EntitlementTerms(mode, courseKey == null ? null : CourseKeys.parse(courseKey), null, orderNumber);
    }
}

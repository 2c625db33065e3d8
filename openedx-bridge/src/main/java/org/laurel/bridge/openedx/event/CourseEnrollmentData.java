package org.laurel.bridge.openedx.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * State of an enrollment after the change.
 *
 * @param user who is enrolled
 * @param course where
 * @param mode slug of the enrollment mode
 * @param isActive false after leaving
 * @param creationDate when the enrollment was first made; leaving and coming back keep it
 * @param createdBy who enrolled the learner; Open edX never fills it in
 */
public record CourseEnrollmentData(
        UserData user,
        CourseData course,
        String mode,
        boolean isActive,
        Instant creationDate,
        @Nullable UserData createdBy) {}

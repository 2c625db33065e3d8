package org.laurel.bridge.openedx.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A course run as the learning side names it. Open edX nearly always sends the key, and perhaps the name, alone.
 *
 * @param courseKey canonical text of the course key
 * @param displayName title; may be blank
 * @param start first day; hardly ever sent
 * @param end last day; hardly ever sent
 */
public record CourseData(
        String courseKey,
        String displayName,
        @Nullable Instant start,
        @Nullable Instant end) {}

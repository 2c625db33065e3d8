package org.laurel.completion.xapi.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.laurel.events.key.CourseKey;

/**
 * That a learner progressed: what is particular to one statement. Source: completion, progress events and xAPI.
 *
 * @param id the same whenever the same change is told
 * @param actor the learner's anonymised name
 * @param object what the learner progressed in
 * @param courseKey the course run that the object belongs to
 * @param completion whether everything possible is earned
 * @param progress of 100, at most 9 decimals; 100 if and only if completion
 * @param timestamp business time of the change
 */
public record Statement(
        UUID id,
        UUID actor,
        Activity object,
        CourseKey courseKey,
        boolean completion,
        BigDecimal progress,
        Instant timestamp) {}

package org.laurel.completion.xapi.http;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A statement that its receiver refused for good.
 *
 * @param id names it to the operations beside this one
 * @param reason status and words of the receiver's answer
 */
record SetAsideStatement(
        long id,
        @Schema(description = "The statement in xAPI 1.0.3") Map<String, Object> statement,

        @Schema(description = "Status and words of the receiver's answer")
        String reason,

        Instant createdAt,
        Instant setAsideAt) {}

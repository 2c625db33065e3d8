package org.laurel.certificates.dateoverride.http;

import java.time.Instant;
import org.laurel.certificates.dateoverride.domain.DateOverride;

/**
 * An issue date that staff have set.
 *
 * @param overriddenBy username of who set it
 */
public record DateOverrideAnswer(
        String username,
        String courseKey,
        Instant date,
        String reason,
        String overriddenBy,
        Instant created,
        Instant modified) {

    static DateOverrideAnswer of(String username, DateOverride override) {
        return new DateOverrideAnswer(
                username,
                override.key().courseKey().value(),
                override.date(),
                override.reason(),
                override.overriddenBy(),
                override.createdAt(),
                override.modifiedAt());
    }
}

package org.laurel.completion.tracking.http;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.tracking.db.TrackingQuery.Found;
import org.laurel.completion.tracking.domain.TrackingSettings;
import org.laurel.kit.revision.Revision;

/** A revision of the settings, and who added it. */
public record TrackingRevisionAnswer(
        long id,
        boolean enableCompletionTracking,
        int completionByViewingDelayMs,
        BigDecimal completionVideoCompletePercentage,
        Instant changeDate,
        String changedBy,
        @Nullable String changeReason) {

    static TrackingRevisionAnswer of(Found found) {
        return of(found.revision(), found.settings());
    }

    static TrackingRevisionAnswer of(Revision revision, TrackingSettings settings) {
        return new TrackingRevisionAnswer(
                revision.id(),
                settings.enabled(),
                settings.viewingDelayMillis(),
                settings.videoCompletePercentage(),
                revision.changedAt(),
                revision.changedBy(),
                revision.reason());
    }
}

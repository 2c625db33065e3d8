package org.laurel.completion.tracking.http;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.tracking.db.TrackingQuery.Found;
import org.laurel.completion.tracking.domain.TrackingSettings;

/**
 * What holds now.
 *
 * @param id of the revision, null before the first
 * @param enableCompletionTracking whether completions by REST are taken in
 * @param completionByViewingDelayMs milliseconds in view after which a client reports a block without score as completed
 * @param completionVideoCompletePercentage part of a video, from 0 to 1, after which a client reports it as completed
 */
public record TrackingAnswer(
        @Nullable Long id,
        boolean enableCompletionTracking,
        int completionByViewingDelayMs,
        BigDecimal completionVideoCompletePercentage) {

    static final TrackingAnswer USUAL = of(null, TrackingSettings.USUAL);

    static TrackingAnswer of(Found found) {
        return of(found.revision().id(), found.settings());
    }

    private static TrackingAnswer of(@Nullable Long id, TrackingSettings settings) {
        return new TrackingAnswer(
                id, settings.enabled(), settings.viewingDelayMillis(), settings.videoCompletePercentage());
    }

    /** The entity tag's number: 0 before the first revision. */
    long tag() {
        return id == null ? 0 : id;
    }
}

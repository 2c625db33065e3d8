package org.laurel.completion.tracking.http;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.tracking.domain.TrackingSettings;

/**
 * Settings to hold from now on.
 *
 * @param completionByViewingDelayMs at most an hour
 * @param completionVideoCompletePercentage from 0 to 1, with at most nine decimal places
 * @param changeReason why they change, for the history
 */
public record TrackingBody(
        @NotNull Boolean enableCompletionTracking,
        @NotNull @Min(0) @Max(3_600_000) Integer completionByViewingDelayMs,

        @NotNull @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 9) BigDecimal completionVideoCompletePercentage,

        @Nullable @Size(max = 1000) String changeReason) {

    TrackingSettings settings() {
        return new TrackingSettings(
                enableCompletionTracking, completionByViewingDelayMs, completionVideoCompletePercentage);
    }
}

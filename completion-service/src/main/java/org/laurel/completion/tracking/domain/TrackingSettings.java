package org.laurel.completion.tracking.domain;

import java.math.BigDecimal;

/**
 * Whether clients may submit completions, and by what they judge that a block is completed (completion, settings and flags).
 * What platforms send as facts is taken in whatever the switch says: it happened, and a fact that was thrown away would be
 * missing once the switch is on again.
 *
 * @param enabled whether completions by REST are taken in
 * @param viewingDelayMillis how long a block without score has to be in view until the client reports it completed
 * @param videoCompletePercentage how much of a video has to be watched for the same, from 0 to 1, without trailing zeros
 */
public record TrackingSettings(boolean enabled, int viewingDelayMillis, BigDecimal videoCompletePercentage) {

    /** The setting that holds them. */
    public static final String SUBJECT = "completion-tracking";

    /** What holds until staff change it. */
    public static final TrackingSettings USUAL = new TrackingSettings(true, 5_000, new BigDecimal("0.95"));

    public TrackingSettings {
        BigDecimal exact = videoCompletePercentage.stripTrailingZeros();
        videoCompletePercentage = exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}

package org.laurel.certificates.mode.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.mode.domain.CourseMode;
import org.laurel.certificates.mode.domain.CourseModes;
import org.laurel.certificates.mode.domain.OfferedModes;
import org.laurel.events.key.CourseKey;

/**
 * The modes of a course run and what follows from those that a learner may choose now.
 *
 * @param modes all modes, expired ones and those for credit included, unless only the selectable ones were asked for
 * @param defaultMode the mode of an enrollment that names none
 * @param verifiedMode the mode that a learner upgrades to, null when there is none
 * @param canAutoEnroll whether learners may be enrolled without being asked for a mode
 * @param autoEnrollMode the mode that this is done in, null when it is not
 * @param isWhiteLabel sold under the honor mode
 * @param isMastersOnly for master's students alone
 * @param hasHonorMode whether the run has the honor mode, expired or not
 * @param hasPaymentOptions whether a learner could pay for something
 * @param paidModes slugs of the modes that cost something now, those for credit included
 * @param currency what the prices below are in
 * @param minPrice the lowest price; 0 when nothing is sold in the currency
 * @param minVerifiedPrice the lowest price of a mode with identity verification
 */
public record ModesAnswer(
        String courseKey,
        List<ModeView> modes,
        String defaultMode,
        @Nullable String verifiedMode,
        boolean canAutoEnroll,
        @Nullable String autoEnrollMode,
        boolean isWhiteLabel,
        boolean isMastersOnly,
        boolean hasHonorMode,
        boolean hasPaymentOptions,
        List<String> paidModes,
        String currency,
        int minPrice,
        int minVerifiedPrice) {

    static ModesAnswer of(
            CourseKey courseKey, CourseModes modes, boolean selectableOnly, String currency, Instant now) {
        OfferedModes selectable = modes.selectable(now);
        boolean listSelectable = selectableOnly || modes.all().isEmpty();
        List<CourseMode> listed = listSelectable ? selectable.list() : modes.all();
        return new ModesAnswer(
                courseKey.value(),
                listed.stream().map(mode -> ModeView.of(mode, now)).toList(),
                selectable.defaultSlug(),
                selectable.verified().map(CourseMode::slug).orElse(null),
                selectable.canAutoEnroll(),
                selectable.autoEnrollSlug().orElse(null),
                selectable.isWhiteLabel(),
                selectable.isMastersOnly(),
                modes.hasHonor(),
                selectable.hasPaymentOptions(),
                modes.offered(now).paid().stream()
                        .map(CourseMode::slug)
                        .distinct()
                        .toList(),
                currency.toLowerCase(Locale.ROOT),
                selectable.minPrice(currency),
                selectable.minVerifiedPrice(currency));
    }
}

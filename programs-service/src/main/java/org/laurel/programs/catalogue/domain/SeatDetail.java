package org.laurel.programs.catalogue.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way to take part in a run.
 *
 * @param type slug of the mode
 * @param sku what the shop calls it
 * @param price in the shop's currency
 * @param upgradeDeadline until when a learner may change to it, null for ever
 */
public record SeatDetail(
        @Nullable String type,
        @Nullable String sku,
        @Nullable BigDecimal price,
        @Nullable Instant upgradeDeadline) {

    static SeatDetail of(Members members) {
        return new SeatDetail(
                members.text("type"), members.text("sku"), members.number("price"), members.time("upgrade_deadline"));
    }
}

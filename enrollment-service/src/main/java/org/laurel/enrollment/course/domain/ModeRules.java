package org.laurel.enrollment.course.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of a list of modes (course modes, validation). */
public final class ModeRules {

    /** All modes that exist. */
    public static final Set<String> SLUGS = Set.of(
            "audit",
            "credit",
            "honor",
            "no-id-professional",
            "professional",
            "verified",
            "masters",
            "executive-education",
            "paid-executive-education",
            "unpaid-executive-education",
            "paid-bootcamp",
            "unpaid-bootcamp");

    /** Modes that never expire. */
    private static final Set<String> WITHOUT_EXPIRY = Set.of("professional", "no-id-professional");

    private ModeRules() {}

    /**
     * A broken rule.
     *
     * @param position of the mode in the list, from 0
     * @param member of the mode, as clients call it
     */
    public record Breach(int position, String member, String message) {}

    /** Every rule that the list breaks, in order; empty when it is fine. */
    public static List<Breach> breaches(List<CourseMode> modes) {
        List<Breach> breaches = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < modes.size(); i++) {
            CourseMode mode = modes.get(i);
            if (!SLUGS.contains(mode.slug())) {
                breaches.add(new Breach(i, "slug", "is no known mode"));
            }
            if (WITHOUT_EXPIRY.contains(mode.slug()) && mode.expiresAt() != null) {
                breaches.add(new Breach(i, "expiration_datetime", "professional modes do not expire"));
            }
            if (!seen.add(mode.slug() + " " + mode.currency())) {
                breaches.add(new Breach(i, "slug", "stands in the list twice with this currency"));
            }
        }
        return breaches;
    }
}

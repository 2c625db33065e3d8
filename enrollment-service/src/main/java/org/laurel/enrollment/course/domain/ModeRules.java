package org.laurel.enrollment.course.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of a list of modes (course modes, validation).
 *
 * @param floors the smallest price that a mode may have, by slug, in whole units of whatever currency; 0 for others
 */
public record ModeRules(Map<String, Integer> floors) {

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

    /** The longest list: what others are told of it has no more. */
    public static final int MOST = 100;

    /** Modes that never expire. */
    private static final Set<String> WITHOUT_EXPIRY = Set.of("professional", "no-id-professional");

    public ModeRules {
        floors = Map.copyOf(floors);
    }

    /**
     * A broken rule.
     *
     * @param position of the mode in the list, from 0
     * @param member of the mode, as clients call it
     */
    public record Breach(int position, String member, String message) {}

    /** Every rule that the list breaks, in order; empty when it is fine. */
    public List<Breach> breaches(List<CourseMode> modes) {
        List<Breach> breaches = new ArrayList<>();
        for (int i = 0; i < modes.size(); i++) {
            CourseMode mode = modes.get(i);
            breaches.addAll(ofMode(i, mode));
            if (modes.subList(0, i).stream().anyMatch(mode::isSameAs)) {
                breaches.add(new Breach(i, "slug", "stands in the list twice with this currency"));
            }
        }
        return breaches;
    }

    /** Every rule that one mode breaks in its list; what others break is not its fault. */
    public List<Breach> breaches(CourseModes modes, CourseMode one) {
        int position = modes.list().indexOf(one);
        List<Breach> breaches = new ArrayList<>(ofMode(position, one));
        if (modes.list().stream().filter(one::isSameAs).count() > 1) {
            breaches.add(new Breach(position, "slug", "the course run has this mode already in this currency"));
        }
        if (modes.list().size() > MOST) {
            breaches.add(new Breach(position, "slug", "the course run has " + MOST + " modes already"));
        }
        return breaches;
    }

    private List<Breach> ofMode(int position, CourseMode mode) {
        List<Breach> breaches = new ArrayList<>();
        if (!SLUGS.contains(mode.slug())) {
            breaches.add(new Breach(position, "slug", "is no known mode"));
        }
        if (WITHOUT_EXPIRY.contains(mode.slug()) && mode.expiresAt() != null) {
            breaches.add(new Breach(position, "expiration_datetime", "professional modes do not expire"));
        }
        int floor = floors.getOrDefault(mode.slug(), 0);
        if (mode.minPrice() < floor) {
            breaches.add(new Breach(position, "min_price", "must be at least " + floor + " for this mode"));
        }
        return breaches;
    }
}

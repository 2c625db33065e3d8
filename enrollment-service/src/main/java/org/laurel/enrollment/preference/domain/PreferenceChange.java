package org.laurel.enrollment.preference.domain;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.laurel.events.key.LearnerId;

/**
 * Set and delete preferences of a learner; those that are not named stay.
 *
 * @param values by key; empty to delete it
 */
public record PreferenceChange(LearnerId learnerId, Map<String, Optional<String>> values) {

    private static final int MOST = 200;

    public PreferenceChange {
        values = Map.copyOf(values);
    }

    /**
     * What is wrong with it, messages by key; empty when it is fine (accounts, preferences).
     *
     * @param held the keys of the learner's present preferences
     */
    public Map<String, String> faults(Set<String> held) {
        Map<String, String> faults = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.isBlank() || key.length() > 255 || key.indexOf('\0') >= 0) {
                faults.put(key, "A key has 1 to 255 characters.");
            } else {
                value.flatMap(text -> fault(key, text)).ifPresent(message -> faults.put(key, message));
            }
        });
        int after = keysOver(held).size();
        if (after > MOST && after > held.size()) {
            values.forEach((key, value) -> {
                if (value.isPresent() && !held.contains(key)) {
                    faults.putIfAbsent(key, "A learner has at most " + MOST + " preferences.");
                }
            });
        }
        return faults;
    }

    /** The keys of the learner's preferences once it is applied. */
    public Set<String> keysOver(Set<String> held) {
        Set<String> after = new HashSet<>(held);
        values.forEach((key, value) -> {
            if (value.isPresent()) {
                after.add(key);
            } else {
                after.remove(key);
            }
        });
        return after;
    }

    private static Optional<String> fault(String key, String text) {
        if (text.isBlank() || text.length() > 10_000 || text.indexOf('\0') >= 0) {
            return Optional.of("A value has 1 to 10000 characters.");
        }
        if (key.equals(PreferenceKeys.ACCOUNT_PRIVACY)
                && !Set.of("all_users", "custom", "private").contains(text)) {
            return Optional.of("The value is all_users, custom or private.");
        }
        if (key.startsWith(PreferenceKeys.VISIBILITY)
                && !Set.of("all_users", "private").contains(text)) {
            return Optional.of("The value is all_users or private.");
        }
        return key.equals(PreferenceKeys.TIME_ZONE)
                        && !ZoneId.getAvailableZoneIds().contains(text)
                ? Optional.of("The value is the name of a time zone, such as Europe/Paris.")
                : Optional.empty();
    }
}

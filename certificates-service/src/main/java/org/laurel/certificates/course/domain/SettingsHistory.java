package org.laurel.certificates.course.domain;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.FactOrder;

/**
 * All known versions of a course run's settings. A fact is judged by the version that was valid at its time; before the first
 * version, the first one counts.
 *
 * @param versions in business-time order
 */
public record SettingsHistory(List<CourseSettings> versions) {

    /** The history of a course run that nobody has told us of. */
    public static final SettingsHistory UNKNOWN = new SettingsHistory(List.of());

    public SettingsHistory {
        versions = versions.stream()
                .sorted(Comparator.comparing(CourseSettings::order))
                .toList();
    }

    /** The version by which a fact at this place is judged, null when the course run is unknown. */
    public @Nullable CourseSettings at(FactOrder place) {
        if (versions.isEmpty()) {
            return null;
        }
        CourseSettings valid = versions.getFirst();
        for (CourseSettings version : versions) {
            if (version.order().isAfter(place)) {
                break;
            }
            valid = version;
        }
        return valid;
    }

    /** The newest version, null when the course run is unknown. */
    public @Nullable CourseSettings newest() {
        return versions.isEmpty() ? null : versions.getLast();
    }

    /** Tells two states of knowledge about the course run apart: the largest id of a version, 0 without any. */
    public long known() {
        return versions.stream().mapToLong(CourseSettings::id).max().orElse(0);
    }
}

package org.laurel.certificates.learner.domain;

import java.time.Instant;
import java.util.List;

/**
 * The names that a learner has had. A certificate takes the name that was valid at the time of what granted it; before the
 * first known name, the first one counts.
 *
 * @param names in order of time
 */
public record NameHistory(List<Name> names) {

    /** The history of a learner that nobody has told us of. */
    public static final NameHistory UNKNOWN = new NameHistory(List.of());

    /** A name and since when it holds. */
    public record Name(Instant since, String name) {}

    public NameHistory {
        names = List.copyOf(names);
    }

    /** The name at this time, empty when none is known. */
    public String at(Instant time) {
        String valid = names.isEmpty() ? "" : names.getFirst().name();
        for (Name name : names) {
            if (name.since().isAfter(time)) {
                break;
            }
            valid = name.name();
        }
        return valid;
    }
}

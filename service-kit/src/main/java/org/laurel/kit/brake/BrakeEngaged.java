package org.laurel.kit.brake;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.laurel.kit.sql.PassingFailure;

/**
 * Ends work that a brake holds back. Nothing of its transaction has happened. A poll of events waits for the release and is
 * tried again, never parked; a job tries its chunk again; a request is answered 503.
 */
public final class BrakeEngaged extends RuntimeException implements PassingFailure {

    private static final long serialVersionUID = 1;

    private final transient Set<String> subjects;

    /** @param subjects whose brakes are engaged, at least one */
    public BrakeEngaged(Collection<String> subjects) {
        super("the brake is engaged: " + String.join(", ", new TreeSet<>(subjects)));
        this.subjects = Set.copyOf(subjects);
    }

    /** Whose brakes are engaged. */
    public Set<String> subjects() {
        return subjects;
    }

    @Override
    public String waitsFor() {
        return String.valueOf(getMessage());
    }
}

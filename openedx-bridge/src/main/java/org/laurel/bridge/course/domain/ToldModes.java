package org.laurel.bridge.course.domain;

import java.util.List;
import org.laurel.events.key.CourseKey;

/**
 * The modes in which a course run is offered, as we were told.
 *
 * @param modes all of them, in the order of the course run
 * @param version of the list; the highest wins
 */
public record ToldModes(CourseKey courseKey, List<CourseMode> modes, long version) {

    public ToldModes {
        modes = List.copyOf(modes);
    }
}

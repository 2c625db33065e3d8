package org.laurel.completion.xapi.app;

import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.xapi.domain.Activity;
import org.laurel.completion.xapi.domain.LmsRoot;
import org.laurel.events.key.CourseKey;

/**
 * Says as which activity a statement tells of an aggregate. A deployment with other names for its activities supplies a bean of
 * its own, which replaces {@link BlockObject}.
 */
public interface StatementObject {

    /**
     * The activity. Asked in the transaction of the change, for each change: it must be quick, always give the same id for the
     * same block, and not fail, for then the change fails. One that is named by anything but IRIs is not used.
     */
    Activity of(CourseKey courseKey, Aggregate aggregate, LmsRoot lms);
}

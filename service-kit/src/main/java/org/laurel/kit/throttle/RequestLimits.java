package org.laurel.kit.throttle;

import java.util.List;

/** What a service limits. A service that limits requests has one bean of it; each instance of a service counts for itself. */
public interface RequestLimits {

    /** The limits; of several that cover a request the first counts it. */
    List<RequestLimit> limits();

    /** How many callers are kept in mind for each limit. */
    int callers();
}

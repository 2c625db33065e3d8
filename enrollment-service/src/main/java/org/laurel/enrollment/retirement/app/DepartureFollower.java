package org.laurel.enrollment.retirement.app;

import java.util.List;
import org.laurel.events.key.LearnerId;

/**
 * Follows learners who ask to be retired: what is pending for them, keys of activation or of a new email address for instance,
 * is dropped. Other features supply it as a bean; it is called in the transaction of the request, with the learners' keys
 * locked. What they keep of retired learners is erased by their {@link org.laurel.kit.retirement.PersonalData}.
 */
public interface DepartureFollower {

    /** Learners have asked to be retired and may still think better of it. */
    void leaving(List<LearnerId> learners);
}

package org.laurel.completion.progress.http;

import java.util.Set;
import org.laurel.completion.progress.domain.Depth;

/**
 * The optional members that a client asks for.
 *
 * @param types of blocks, of each of which there is to be a list
 * @param mean whether the mean of the course run's learners is wanted
 * @param username whether the learner's username is wanted
 */
record RequestedFields(Set<String> types, boolean mean, boolean username) {

    RequestedFields {
        types = Set.copyOf(types);
    }

    /** How much has to be read. */
    Depth depth() {
        return types.isEmpty() ? Depth.COURSE : Depth.BLOCKS;
    }

    RequestedFields withUsername() {
        return new RequestedFields(types, mean, true);
    }
}

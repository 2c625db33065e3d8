package org.laurel.completion.progress.http;

import java.util.Set;

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

    RequestedFields withUsername() {
        return new RequestedFields(types, mean, true);
    }
}

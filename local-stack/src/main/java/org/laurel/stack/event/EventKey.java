package org.laurel.stack.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.laurel.events.KeyedBy;
import org.laurel.events.Topic;

/** Finds the record key of an event in its body. */
public final class EventKey {

    private EventKey() {}

    /** The text of the member that the topic is keyed by; empty if the body does not have it. */
    public static Optional<String> of(Topic topic, JsonNode body) {
        JsonNode member = body.path(memberName(topic.keyedBy()));
        return member.isTextual() ? Optional.of(member.textValue()) : Optional.empty();
    }

    /** The name of the member that holds the key. */
    public static String memberName(KeyedBy keyedBy) {
        return switch (keyedBy) {
            case LEARNER -> "learner_id";
            case COURSE -> "course_key";
            case PROGRAM -> "program_uuid";
            case ACTOR -> "actor";
        };
    }
}

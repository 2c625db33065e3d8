package org.laurel.stack.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;
import org.laurel.events.CloudEventHeaders;

/**
 * Which events are of interest; what is null says nothing. An event has to be all that is said.
 *
 * @param key the record key
 * @param learner the record key, or a member {@code learner_id}
 * @param course the record key, or a member {@code course_key}
 * @param type the whole type, or a part of it such as {@code course-cert}
 * @param correlation the correlation id; the event's own id where it starts a chain
 */
public record EventFilter(
        @Nullable String key,
        @Nullable String learner,
        @Nullable String course,
        @Nullable String type,
        @Nullable String correlation) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether the event is of interest. */
    public boolean takes(ReceivedEvent event) {
        return (key == null || key.equals(event.key()))
                && (type == null || event.type().contains(type))
                && (correlation == null || correlation.equals(correlation(event)))
                && (learner == null || isAbout(event, "learner_id", learner))
                && (course == null || isAbout(event, "course_key", course));
    }

    private static @Nullable String correlation(ReceivedEvent event) {
        String told = event.headers().get(CloudEventHeaders.CORRELATION_ID);
        return told == null ? event.headers().get(CloudEventHeaders.ID) : told;
    }

    private static boolean isAbout(ReceivedEvent event, String member, String wanted) {
        return wanted.equals(event.key())
                || (event.value().contains(wanted)
                        && wanted.equals(body(event).path(member).asText()));
    }

    private static JsonNode body(ReceivedEvent event) {
        try {
            JsonNode value = JSON.readTree(event.value());
            return value.has("specversion") ? value.path("data") : value;
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}

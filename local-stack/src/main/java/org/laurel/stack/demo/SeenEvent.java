package org.laurel.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.laurel.events.CloudEventHeaders;
import org.laurel.events.EventType;
import org.laurel.stack.event.ReceivedEvent;

/**
 * An event that Laurel published.
 *
 * @param id unique together with the source
 * @param learnerId whom it is about
 */
public record SeenEvent(String topic, String type, String id, String learnerId, Instant at, JsonNode body) {

    static SeenEvent of(ReceivedEvent received) {
        return new SeenEvent(
                received.topic(),
                received.type(),
                received.headers().getOrDefault(CloudEventHeaders.ID, ""),
                received.key(),
                received.at(),
                Json.read(received.value()));
    }

    /** Whether the event is of this type. */
    public boolean is(EventType<?> other) {
        return type.equals(other.name());
    }

    /** What the fact is about besides the learner: a course run or a program. */
    public String subject() {
        return body.path(body.has("program_uuid") ? "program_uuid" : "course_key")
                .asText();
    }

    /** A text that two events share only if they tell the same fact: type, learner, subject, block and version. */
    public String fact() {
        return String.join(
                "|",
                type,
                learnerId,
                subject(),
                body.path("block_key").asText(),
                body.path("version").asText());
    }

    /** A member of the body as text; empty if it has none. */
    public String text(String member) {
        return body.path(member).asText();
    }
}

package org.laurel.stack.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** One entry of a service's flow, as the service told it. */
public record Step(JsonNode entry) {

    private static final String OURS = "org.laurel.";

    /** When it happened there. */
    public Instant at() {
        return Instant.parse(entry.path("at").asText());
    }

    /** Which original fact it follows from. */
    public String correlation() {
        return text("correlation_id");
    }

    /** The type without what all types begin with, and the version of what changed. */
    public String subject() {
        String type = text("type");
        String version = entry.path("version").isNumber() ? " v" + text("version") : "";
        return (type.startsWith(OURS) ? type.substring(OURS.length()).replaceFirst("\\.v\\d+$", "") : type) + version;
    }

    /** A member, empty when it is null. */
    public String text(String member) {
        JsonNode value = entry.path(member);
        return value.isNull() ? "" : value.asText();
    }
}

package org.laurel.stack.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.laurel.stack.console.Printable;
import org.laurel.stack.console.Style;

/** A parked event for people: the reason first, then where it lies, then what it said. */
record ParkedLines(Style style) {

    private static final ObjectMapper JSON = new ObjectMapper();

    List<String> of(JsonNode event) {
        List<String> lines = new ArrayList<>();
        String code = Printable.inOneLine(text(event, "code"));
        lines.add(style.warn(code) + "  " + Printable.inOneLine(text(event, "detail")));
        lines.add(member("status", text(event, "status") + resolved(event)));
        lines.add(member("parked", text(event, "parked_at")));
        lines.add(member(
                "position", text(event, "topic") + " " + text(event, "partition") + "@" + text(event, "offset")));
        lines.add(member("type", text(event, "event_type")));
        lines.add(member("key", text(event, "key")));
        event.path("headers")
                .properties()
                .forEach(header ->
                        lines.add(member(header.getKey(), header.getValue().asText())));
        if (event.path("value_bytes").isNumber()) {
            lines.add(member(
                    "bytes",
                    text(event, "value_bytes") + " (all of them: …/parked-events/" + text(event, "id") + "/value)"));
        }
        if (event.path("value").isTextual()) {
            lines.add("");
            lines.addAll(pretty(event.path("value").asText())
                    .lines()
                    .map(Printable::inOneLine)
                    .toList());
        }
        return lines;
    }

    private static String resolved(JsonNode event) {
        return event.path("resolved_at").isTextual()
                ? " at " + text(event, "resolved_at") + " by " + text(event, "resolved_by")
                : "";
    }

    private String member(String name, String value) {
        return "  " + style.faint(String.format(Locale.ROOT, "%-18s", Printable.inOneLine(name))) + " "
                + Printable.inOneLine(value);
    }

    private static String text(JsonNode event, String member) {
        JsonNode value = event.path(member);
        return value.isNull() ? "" : value.asText();
    }

    /** JSON with indentation; anything else as it came. */
    private static String pretty(String value) {
        try {
            return JSON.readTree(value).toPrettyString();
        } catch (JsonProcessingException noJson) {
            return value;
        }
    }
}

package org.laurel.certificates.legacyimport.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.legacyimport.domain.RawRow;
import org.laurel.certificates.legacyimport.domain.RowCode;
import org.laurel.certificates.legacyimport.domain.RowReading;

/**
 * JSON Lines: one object a line; blank lines and unknown members are passed over. What is said of the learner may stand in a
 * member of its own.
 */
final class JsonLines implements RowSource {

    private static final Map<String, String> OF_LEARNER = Map.of(
            "learner_id", "learner_id",
            "username", "username",
            "email", "email",
            "name", "full_name",
            "is_active", "is_active");

    private final Utf8Text text;
    private final ObjectMapper json;

    JsonLines(Utf8Text text, ObjectMapper json) {
        this.text = text;
        this.json = json;
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        while (text.peek() != Utf8Text.END) {
            long line = text.line();
            String row = line();
            if (row == null) {
                return RawRow.refused(line, RowCode.ROW_TOO_LONG);
            }
            if (!row.isBlank()) {
                return read(line, row);
            }
        }
        return null;
    }

    @Override
    public @Nullable List<String> header() {
        return null;
    }

    /** The rest of the line, null when it is too long. */
    private @Nullable String line() throws IOException {
        StringBuilder line = new StringBuilder();
        boolean tooLong = false;
        for (int next = text.read(); next != Utf8Text.END && next != '\n'; next = text.read()) {
            tooLong = tooLong || line.length() == LONGEST_ROW;
            if (!tooLong) {
                line.append((char) next);
            }
        }
        return tooLong ? null : line.toString();
    }

    private RawRow read(long line, String row) {
        try {
            JsonNode object = json.readTree(row);
            Map<String, String> members = new LinkedHashMap<>();
            return object.isObject() && isRead(object, members)
                    ? RawRow.of(line, members)
                    : RawRow.refused(line, RowCode.UNREADABLE_ROW);
        } catch (JsonProcessingException malformed) {
            return RawRow.refused(line, RowCode.UNREADABLE_ROW);
        }
    }

    private static boolean isRead(JsonNode object, Map<String, String> members) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode value = member.getValue();
            if (member.getKey().equals("learner") && value.isObject()) {
                for (Map.Entry<String, JsonNode> known : value.properties()) {
                    String name = OF_LEARNER.get(known.getKey());
                    if (name != null && !isTaken(name, known.getValue(), members)) {
                        return false;
                    }
                }
            } else if (RowReading.isMember(member.getKey()) && !isTaken(member.getKey(), value, members)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTaken(String name, JsonNode value, Map<String, String> members) {
        // A number like 1e400, which none of the members can be, is read as infinite.
        if (value.isContainerNode() || (value.isNumber() && !Double.isFinite(value.doubleValue()))) {
            return false;
        }
        if (!value.isNull()) {
            members.put(name, value.isNumber() ? value.decimalValue().toPlainString() : value.asText());
        }
        return true;
    }
}

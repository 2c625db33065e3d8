package org.laurel.enrollment.importing.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.importing.domain.RawRow;
import org.laurel.enrollment.importing.domain.RowCode;
import org.laurel.enrollment.importing.domain.RowKind;

/** JSON Lines: one object a line; blank lines and unknown members are passed over, null is an empty text. */
final class JsonLines implements RowSource {

    /** The only member that is an object itself. */
    private static final String META = "meta";

    private final BufferedReader text;
    private final ObjectMapper json;
    private final RowKind kind;
    private long line;

    /** @param firstLine the number of the file's first line */
    JsonLines(BufferedReader text, ObjectMapper json, RowKind kind, long firstLine) {
        this.text = text;
        this.json = json;
        this.kind = kind;
        this.line = firstLine - 1;
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        try {
            for (String row = text.readLine(); row != null; row = text.readLine()) {
                line++;
                if (row.length() > RawRow.LONGEST) {
                    return RawRow.refused(line, RowCode.ROW_TOO_LONG);
                }
                if (!row.isBlank()) {
                    return read(row);
                }
            }
            return null;
        } catch (IOException failure) {
            throw SentText.problem(failure, line + 1);
        }
    }

    @Override
    public @Nullable List<String> header() {
        return null;
    }

    private RawRow read(String row) {
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

    private boolean isRead(JsonNode object, Map<String, String> members) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (kind.reads(member.getKey()) && !isTaken(member.getKey(), member.getValue(), members)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTaken(String name, JsonNode value, Map<String, String> members) {
        if (value.isObject() && name.equals(META)) {
            members.put(name, value.toString());
            return true;
        }
        // A number like 1e400, which none of the members can be, is read as infinite.
        if (value.isContainerNode() || (value.isNumber() && !Double.isFinite(value.doubleValue()))) {
            return false;
        }
        members.put(name, value.isNull() ? "" : scalar(value));
        return true;
    }

    private static String scalar(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }
}

package org.laurel.programs.catalogue.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What PostgreSQL's {@code jsonb} cannot hold although it is JSON. */
final class StorableJson {

    private static final int LARGEST_EXPONENT = 1_000;

    private StorableJson() {}

    /** Adds everything that could not be stored. */
    static void check(JsonNode node, String path, Findings findings) {
        if (node.isTextual() && isUnstorable(node.textValue())) {
            findings.add(path, "must not contain U+0000 or half a surrogate pair");
        }
        if (node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > LARGEST_EXPONENT) {
            findings.add(path, "is too large or too small a number");
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String memberPath = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            if (isUnstorable(member.getKey())) {
                findings.add(path, "must not have a member whose name contains U+0000 or half a surrogate pair");
            }
            check(member.getValue(), memberPath, findings);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), path + "[" + i + "]", findings);
            }
        }
    }

    private static boolean isUnstorable(String text) {
        return text.codePoints()
                .anyMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }
}

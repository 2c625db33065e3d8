package org.laurel.programs.catalogue.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.laurel.kit.domain.StorableText;

/** What PostgreSQL's {@code jsonb} cannot hold although it is JSON. */
final class StorableJson {

    private static final int LARGEST_EXPONENT = 1_000;

    private StorableJson() {}

    /** Adds everything that could not be stored. */
    static void check(JsonNode node, String path, Findings findings) {
        if (node.isTextual() && !StorableText.isStorable(node.textValue())) {
            findings.add(path, "must not contain U+0000 or half a surrogate pair");
        }
        if (node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > LARGEST_EXPONENT) {
            findings.add(path, "is too large or too small a number");
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String memberPath = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            if (!StorableText.isStorable(member.getKey())) {
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
}

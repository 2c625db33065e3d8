package org.laurel.events.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.laurel.events.EventType;
import org.laurel.events.Writer;
import org.laurel.events.evolution.Breach.Rule;

/**
 * Compares a schema with its released form, member by member. Everything that the released form takes must be taken, and
 * every member that it names must still be named: then bodies of older producers stay valid and readers find what they
 * rely on. Optional members and whatever takes more may be added. Keywords that the comparison does not understand may not
 * change at all, so that it never overlooks anything.
 *
 * <p>What Laurel itself writes is a promise to readers as well: a member that was required there stays required. In what only
 * other platforms write a member may become optional, since those who read it are Laurel's own services.
 */
final class SchemaComparison {

    private static final Set<String> LIMITS_BELOW =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static final Set<String> LIMITS_ABOVE =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
    private static final Set<String> FORMS = Set.of("pattern", "format", "uniqueItems");
    private static final Set<String> WORDS =
            Set.of("title", "description", "$comment", "examples", "default", "deprecated", "x-consumers");
    private static final Set<String> COMPARED_ALONE =
            Set.of("type", "enum", "required", "properties", "items", "additionalProperties", "propertyNames", "x-pii");

    private final List<Breach> breaches = new ArrayList<>();
    private final Writers writers;

    private SchemaComparison(Writers writers) {
        this.writers = writers;
    }

    /** Who writes what the schema describes. */
    enum Writers {
        /** A service of Laurel, be it beside others. */
        LAUREL,
        /** Other platforms only. */
        OTHERS;

        static Writers of(EventType<?> type) {
            return type.writers().equals(Set.of(Writer.PLATFORM)) ? OTHERS : LAUREL;
        }
    }

    /** What the current schema takes from those who rely on the released one; empty when nothing. */
    static List<Breach> breaches(JsonNode released, JsonNode current, Writers writers) {
        SchemaComparison comparison = new SchemaComparison(writers);
        comparison.compare("", released, current);
        return List.copyOf(comparison.breaches);
    }

    private void compare(String path, JsonNode released, JsonNode current) {
        types(path, released, current);
        values(path, released.path("enum"), current.path("enum"));
        required(path, released.path("required"), current.path("required"));
        if (released.path("x-pii").asBoolean() && !current.path("x-pii").asBoolean()) {
            add(path, Rule.PERSONAL_DATA_UNMARKED, "x-pii is gone");
        }
        for (String keyword : keywords(released, current)) {
            keyword(path, keyword, released.path(keyword), current.path(keyword));
        }
        members(path, released, current);
        nested(path + "[]", released.path("items"), current.path("items"));
        nested(path + "{}", released.path("propertyNames"), current.path("propertyNames"));
        others(path, released.path("additionalProperties"), current.path("additionalProperties"));
    }

    private void types(String path, JsonNode released, JsonNode current) {
        if (current.path("type").isMissingNode()) {
            return;
        }
        Set<String> now = texts(current.path("type"));
        if (released.path("type").isMissingNode()) {
            add(path, Rule.TYPE_NARROWED, "any type was taken, now only " + now);
            return;
        }
        Set<String> lost = texts(released.path("type"));
        lost.removeAll(now);
        if (now.contains("number")) {
            lost.remove("integer");
        }
        if (!lost.isEmpty()) {
            add(path, Rule.TYPE_NARROWED, lost + " was taken, now only " + now);
        }
    }

    private void values(String path, JsonNode released, JsonNode current) {
        if (current.isMissingNode()) {
            return;
        }
        if (released.isMissingNode()) {
            add(path, Rule.VALUE_REMOVED, "any value was taken, now only " + current);
            return;
        }
        released.valueStream()
                .filter(value -> current.valueStream().noneMatch(value::equals))
                .forEach(value -> add(path, Rule.VALUE_REMOVED, value + " was taken"));
    }

    private void required(String path, JsonNode released, JsonNode current) {
        Set<String> added = texts(current);
        added.removeAll(texts(released));
        added.forEach(member -> add(child(path, member), Rule.MEMBER_REQUIRED, "it could be left out"));
        if (writers == Writers.LAUREL) {
            Set<String> lost = texts(released);
            lost.removeAll(texts(current));
            lost.forEach(member -> add(child(path, member), Rule.MEMBER_OPTIONAL, "readers rely on it"));
        }
    }

    private void members(String path, JsonNode released, JsonNode current) {
        released.path("properties").properties().forEach(member -> {
            String place = child(path, member.getKey());
            JsonNode now = current.path("properties").path(member.getKey());
            if (now.isMissingNode()) {
                add(place, Rule.MEMBER_REMOVED, "readers may rely on it");
            } else {
                compare(place, member.getValue(), now);
            }
        });
    }

    private void keyword(String path, String name, JsonNode released, JsonNode current) {
        if (released.equals(current) || WORDS.contains(name) || COMPARED_ALONE.contains(name)) {
            return;
        }
        boolean gone = current.isMissingNode();
        boolean added = released.isMissingNode();
        String change = "%s was %s, now %s".formatted(name, said(released), said(current));
        if (LIMITS_BELOW.contains(name)) {
            if (!gone && (added || current.decimalValue().compareTo(released.decimalValue()) > 0)) {
                add(path, Rule.RANGE_NARROWED, change);
            }
        } else if (LIMITS_ABOVE.contains(name)) {
            if (!gone && (added || current.decimalValue().compareTo(released.decimalValue()) < 0)) {
                add(path, Rule.RANGE_NARROWED, change);
            }
        } else if (FORMS.contains(name)) {
            if (!gone && !(current.isBoolean() && !current.asBoolean())) {
                add(path, Rule.FORM_CHANGED, change);
            }
        } else {
            add(path, Rule.NOT_COMPARABLE, change);
        }
    }

    private void nested(String path, JsonNode released, JsonNode current) {
        if (current.isMissingNode() || released.equals(current)) {
            return;
        }
        if (released.isMissingNode()) {
            add(path, Rule.TYPE_NARROWED, "anything was taken, now only what the schema says");
        } else {
            compare(path, released, current);
        }
    }

    private void others(String path, JsonNode released, JsonNode current) {
        if (current.isMissingNode() || (current.isBoolean() && current.asBoolean()) || released.equals(current)) {
            return;
        }
        if (released.isObject() && current.isObject()) {
            compare(path + "*", released, current);
        } else if (!(released.isBoolean() && !released.asBoolean())) {
            add(path, Rule.CLOSED, "additionalProperties was %s, now %s".formatted(said(released), said(current)));
        }
    }

    private void add(String path, Rule rule, String detail) {
        breaches.add(new Breach(path, rule, detail));
    }

    private static Set<String> keywords(JsonNode released, JsonNode current) {
        Set<String> names = new TreeSet<>();
        released.fieldNames().forEachRemaining(names::add);
        current.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> texts(JsonNode oneOrMore) {
        Set<String> texts = new TreeSet<>();
        if (oneOrMore.isTextual()) {
            texts.add(oneOrMore.textValue());
        }
        oneOrMore
                .valueStream()
                .map(JsonNode::textValue)
                .filter(Objects::nonNull)
                .forEach(texts::add);
        return texts;
    }

    private static String child(String path, String member) {
        return path.isEmpty() ? member : path + "." + member;
    }

    private static String said(JsonNode value) {
        return value instanceof MissingNode ? "not said" : value.toString();
    }
}

package org.laurel.completion.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules of xAPI 1.0.3, part two, for statements about activities: what a learning record store has to check before it takes
 * one. Sections are named where a rule stands. Parts that Laurel's statements do not have (scores, attachments, groups,
 * sub-statements) are refused as such.
 */
public final class XapiRules {

    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:?\\d{2})");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*");
    private static final Pattern VERSION = Pattern.compile("1\\.0(\\.\\d+)?");

    private final List<String> violations = new ArrayList<>();

    private XapiRules() {}

    /** What is wrong with a statement; empty when it is valid. */
    public static List<String> violations(JsonNode statement) {
        XapiRules rules = new XapiRules();
        rules.statement(statement);
        return List.copyOf(rules.violations);
    }

    /** 2.2, 2.4. */
    private void statement(JsonNode statement) {
        members(
                "statement",
                statement,
                Set.of("id", "actor", "verb", "object"),
                Set.of("result", "context", "timestamp", "version"));
        check(UUID.matcher(statement.path("id").asText()).matches(), "id is no UUID");
        actor(statement.path("actor"));
        verb(statement.path("verb"));
        activity("object", statement.path("object"));
        if (statement.has("result")) {
            result(statement.path("result"));
        }
        if (statement.has("context")) {
            context(statement.path("context"));
        }
        check(!statement.has("timestamp") || isTime(statement.path("timestamp")), "timestamp is no time with its zone");
        check(
                !statement.has("version")
                        || VERSION.matcher(statement.path("version").asText()).matches(),
                "version is not 1.0.x");
    }

    /** 2.4.2.1: an agent has exactly one identifier; of accounts 2.4.2.4. */
    private void actor(JsonNode actor) {
        members("actor", actor, Set.of("account"), Set.of("objectType", "name"));
        check(actor.path("objectType").asText("Agent").equals("Agent"), "actor is no Agent");
        members("account", actor.path("account"), Set.of("homePage", "name"), Set.of());
        iri("homePage", actor.path("account").path("homePage"));
        check(!actor.path("account").path("name").asText().isEmpty(), "account has no name");
    }

    /** 2.4.3. */
    private void verb(JsonNode verb) {
        members("verb", verb, Set.of("id"), Set.of("display"));
        iri("verb", verb.path("id"));
        languages("display", verb.path("display"));
    }

    /** 2.4.4.1. */
    private void activity(String what, JsonNode activity) {
        members(what, activity, Set.of("id"), Set.of("objectType", "definition"));
        check(activity.path("objectType").asText("Activity").equals("Activity"), what + " is no Activity");
        iri(what, activity.path("id"));
        if (activity.has("definition")) {
            JsonNode definition = activity.path("definition");
            members(
                    what + ".definition",
                    definition,
                    Set.of(),
                    Set.of("name", "description", "type", "moreInfo", "extensions"));
            check(!definition.has("type") || isIri(definition.path("type")), what + ".type is no IRI");
            languages(what + ".name", definition.path("name"));
            languages(what + ".description", definition.path("description"));
            extensions(definition.path("extensions"));
        }
    }

    /** 2.4.5. */
    private void result(JsonNode result) {
        members("result", result, Set.of(), Set.of("completion", "success", "response", "duration", "extensions"));
        check(!result.has("completion") || result.path("completion").isBoolean(), "completion is no boolean");
        extensions(result.path("extensions"));
    }

    /** 2.4.6. */
    private void context(JsonNode context) {
        members(
                "context",
                context,
                Set.of(),
                Set.of("registration", "contextActivities", "revision", "platform", "language", "extensions"));
        JsonNode activities = context.path("contextActivities");
        if (!activities.isMissingNode()) {
            members("contextActivities", activities, Set.of(), Set.of("parent", "grouping", "category", "other"));
            activities.properties().forEach(entry -> {
                Stream<JsonNode> listed =
                        entry.getValue().isArray() ? entry.getValue().valueStream() : Stream.of(entry.getValue());
                listed.forEach(activity -> activity(entry.getKey(), activity));
            });
        }
        extensions(context.path("extensions"));
    }

    /** 4.1: keys are IRIs; of values all is allowed. */
    private void extensions(JsonNode extensions) {
        if (!extensions.isMissingNode()) {
            check(extensions.isObject(), "extensions are no object");
            extensions.fieldNames().forEachRemaining(key -> check(isIri(key), "extension " + key + " is no IRI"));
        }
    }

    /** 4.2. */
    private void languages(String what, JsonNode map) {
        if (!map.isMissingNode()) {
            check(map.isObject() && !map.isEmpty(), what + " is no language map");
            map.properties()
                    .forEach(entry -> check(
                            LANGUAGE.matcher(entry.getKey()).matches()
                                    && entry.getValue().isTextual(),
                            what + " has the language " + entry.getKey()));
        }
    }

    /** 2.2: nothing is null outside extensions, and there are no members but those of the specification. */
    private void members(String what, JsonNode object, Set<String> required, Set<String> others) {
        check(object.isObject(), what + " is no object");
        required.forEach(member -> check(object.has(member), what + " has no " + member));
        object.properties().forEach(entry -> {
            check(
                    required.contains(entry.getKey()) || others.contains(entry.getKey()),
                    what + " has a " + entry.getKey());
            check(!entry.getValue().isNull(), what + "." + entry.getKey() + " is null");
        });
    }

    private void iri(String what, JsonNode value) {
        check(isIri(value), what + " is no IRI: " + value);
    }

    private static boolean isIri(JsonNode value) {
        return value.isTextual() && isIri(value.asText());
    }

    private static boolean isIri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** 4.5: a time of RFC 3339 with its offset from UTC. */
    private static boolean isTime(JsonNode value) {
        if (!TIME.matcher(value.asText()).matches() || value.asText().endsWith("-00:00")) {
            return false;
        }
        try {
            return OffsetDateTime.parse(value.asText()).getYear() > 0;
        } catch (DateTimeException impossible) {
            return false;
        }
    }

    private void check(boolean holds, String violation) {
        if (!holds) {
            violations.add(violation);
        }
    }
}

package org.laurel.programs.catalogue.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.UuidText;
import org.laurel.kit.domain.WebAddress;
import org.laurel.kit.problem.Problem.Violation;

/** Reads members of a JSON document and collects what is wrong with them, so that a client learns of all of it at once. */
final class Findings {

    /** Enough to mend a document by; a longer list helps nobody. */
    private static final int MOST = 100;

    private static final int LONGEST_UUID = 255;
    private static final int LONGEST_NAME = 100;

    private final List<Violation> violations = new ArrayList<>();

    void add(String field, String message) {
        if (violations.size() < MOST) {
            violations.add(new Violation(field, message));
        }
    }

    /** A text, null when it is absent, null, empty or wrong. */
    @Nullable String text(JsonNode owner, String path, String member, int longest) {
        JsonNode value = owner.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            add(path + member, "must be a text");
            return null;
        }
        String text = value.textValue();
        if (text.codePointCount(0, text.length()) > longest) {
            add(path + member, "must not be longer than " + longest + " characters");
            return null;
        }
        return text.isBlank() ? null : text;
    }

    /** A list, empty when it is absent, null or wrong. */
    List<JsonNode> list(JsonNode owner, String path, String member) {
        JsonNode value = owner.path(member);
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            add(path + member, "must be a list");
            return List.of();
        }
        List<JsonNode> items = new ArrayList<>();
        value.forEach(items::add);
        return items;
    }

    /** A text that has to be there; empty when it is not, which is a finding. */
    String required(JsonNode owner, String path, String member, int longest) {
        int before = violations.size();
        String text = text(owner, path, member, longest);
        if (text == null && violations.size() == before) {
            add(path + member, "is required");
        }
        return text == null ? "" : text;
    }

    /** A uuid, null when it is absent or wrong. */
    @Nullable UUID uuid(JsonNode owner, String path, String member) {
        String text = text(owner, path, member, LONGEST_UUID);
        Optional<UUID> uuid = UuidText.parse(text);
        if (text != null && uuid.isEmpty()) {
            add(path + member, "must be a uuid");
        }
        return uuid.orElse(null);
    }

    /** An address on the web, null when it is absent or wrong. Others could run script where pages show them. */
    @Nullable String address(JsonNode owner, String member, int longest) {
        String text = text(owner, "", member, longest);
        if (text != null && !WebAddress.isAbsolute(text)) {
            add(member, "must be an http or https address");
            return null;
        }
        return text;
    }

    /** A name out of a few, the usual one when it is absent or wrong. */
    <E> E named(JsonNode owner, String member, E usual, Function<String, E> names, String message) {
        String text = text(owner, "", member, LONGEST_NAME);
        try {
            return text == null ? usual : names.apply(text);
        } catch (IllegalArgumentException unknown) {
            add(member, message);
            return usual;
        }
    }

    /** What was read, unless anything was found. */
    <T> Reading<T> reading(T value) {
        return violations.isEmpty() ? new Reading.Sound<>(value) : new Reading.Faulty<>(violations);
    }

    /** Checks what holds for every document: an object that can be stored, and has no other uuid than that in the path. */
    void document(JsonNode document, UUID uuid) {
        if (!document.isObject()) {
            add("", "must be an object");
        }
        StorableJson.check(document, "", this);
        UUID own = uuid(document, "", "uuid");
        if (own != null && !own.equals(uuid)) {
            add("uuid", "must be the uuid in the path");
        }
    }
}

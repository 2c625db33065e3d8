package org.laurel.programs.catalogue.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.UuidText;
import org.laurel.programs.catalogue.domain.Requirement;

/**
 * Reads the {@code requirements} of a program document: {@code all}, {@code n_of} a group, or named {@code courses}. Keys and
 * uuids name courses. Whatever could never be met, or means something else than it seems to, is a finding.
 */
final class RequirementReader {

    private static final int LONGEST_TEXT = 255;

    private final Findings findings;
    private final int courseCount;
    private final Map<String, List<Integer>> places = new HashMap<>();

    RequirementReader(Findings findings, List<JsonNode> courses) {
        this.findings = findings;
        this.courseCount = courses.size();
        for (int i = 0; i < courses.size(); i++) {
            name(courses.get(i).path("key"), i);
            name(courses.get(i).path("uuid"), i);
        }
    }

    private void name(JsonNode name, int place) {
        if (name.isTextual()) {
            List<Integer> known = places.computeIfAbsent(fold(name.textValue()), any -> new ArrayList<>());
            if (!known.contains(place)) {
                known.add(place);
            }
        }
    }

    /** Requirements as in the document; empty when it does not say. */
    List<Requirement> read(JsonNode document) {
        List<Requirement> requirements = new ArrayList<>();
        List<JsonNode> items = findings.list(document, "", "requirements");
        for (int i = 0; i < items.size(); i++) {
            requirement(items.get(i), "requirements[" + i + "]").ifPresent(requirements::add);
        }
        return requirements;
    }

    private Optional<Requirement> requirement(JsonNode item, String path) {
        if (!item.isObject()) {
            findings.add(path, "must be an object");
            return Optional.empty();
        }
        String title = findings.text(item, path + ".", "title", LONGEST_TEXT);
        String type = findings.text(item, path + ".", "type", LONGEST_TEXT);
        return switch (type) {
            case "all" -> all(path, title);
            case "courses" -> courses(item, path).map(places -> Requirement.allOf(places, title));
            case "n_of" -> groupOf(item, path, title);
            case null, default -> {
                findings.add(path + ".type", "must be all, n_of or courses");
                yield Optional.empty();
            }
        };
    }

    private Optional<Requirement> all(String path, @Nullable String title) {
        if (courseCount == 0) {
            findings.add(path, "needs courses in the program");
            return Optional.empty();
        }
        return Optional.of(Requirement.allOf(courseCount, title));
    }

    private Optional<Requirement> groupOf(JsonNode item, String path, @Nullable String title) {
        Optional<List<Integer>> group = courses(item, path);
        JsonNode number = item.path("n");
        if (!number.isIntegralNumber() || !number.canConvertToInt() || number.intValue() < 1) {
            findings.add(path + ".n", "must be a whole number from 1");
            return Optional.empty();
        }
        if (group.isPresent() && number.intValue() > group.get().size()) {
            findings.add(path + ".n", "must not be more than the courses of the group");
            return Optional.empty();
        }
        return group.map(places -> new Requirement(number.intValue(), places, title));
    }

    /** The places of the courses that are named, empty when any name is wrong. */
    private Optional<List<Integer>> courses(JsonNode item, String path) {
        List<JsonNode> names = findings.list(item, path + ".", "courses");
        if (names.isEmpty()) {
            findings.add(path + ".courses", "must name courses of the program");
            return Optional.empty();
        }
        Set<Integer> named = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            course(names.get(i), path + ".courses[" + i + "]", named).ifPresent(named::add);
        }
        return named.size() == names.size() ? Optional.of(List.copyOf(named)) : Optional.empty();
    }

    private Optional<Integer> course(JsonNode name, String path, Set<Integer> before) {
        List<Integer> meant = name.isTextual() ? places.getOrDefault(fold(name.textValue()), List.of()) : List.of();
        if (meant.isEmpty()) {
            findings.add(path, "must be the key or uuid of a course of the program");
        } else if (meant.size() > 1) {
            findings.add(path, "is the key of several courses; name the uuid");
        } else if (before.contains(meant.getFirst())) {
            findings.add(path, "must not name a course twice");
        } else {
            return Optional.of(meant.getFirst());
        }
        return Optional.empty();
    }

    /** Uuids are the same in any case, keys are not. */
    private static String fold(String name) {
        return UuidText.parse(name).map(UUID::toString).orElse(name);
    }
}

package org.laurel.completion.progress.http;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.completion.progress.domain.Depth;
import org.laurel.kit.problem.ProblemException;

/** The optional members that a client asks for with {@code requested_fields}, a list separated by commas. */
record RequestedFields(Set<String> names) {

    static final String USERNAME = "username";
    private static final Set<String> BLOCK_TYPES = Set.of("chapter", "sequential", "vertical");

    /**
     * Reads the parameter; empty items are dropped.
     *
     * @throws ProblemException 400 naming what is not offered
     */
    static RequestedFields of(List<String> parameters) {
        Set<String> names = parameters.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String unknown = names.stream()
                .filter(name -> !name.equals(USERNAME) && !BLOCK_TYPES.contains(name))
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw ProblemException.badRequest(
                    "invalid_requested_fields", "Invalid requested_fields value(s): {" + unknown + "}");
        }
        return new RequestedFields(names);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** How much has to be read. */
    Depth depth() {
        return names.stream().anyMatch(BLOCK_TYPES::contains) ? Depth.BLOCKS : Depth.COURSE;
    }

    RequestedFields withUsername() {
        Set<String> more = new LinkedHashSet<>(names);
        more.add(USERNAME);
        return new RequestedFields(more);
    }
}

package org.laurel.completion.progress.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.db.CourseGraphQuery;
import org.laurel.kit.problem.ProblemException;

/** Reads {@code requested_fields}: the configured types of blocks but for the course, {@code mean} and {@code username}. */
@ApplicationScoped
class RequestedFieldsReading {

    private static final String MEAN = "mean";
    private static final String USERNAME = "username";

    private final CourseGraphQuery graphs;

    RequestedFieldsReading(CourseGraphQuery graphs) {
        this.graphs = graphs;
    }

    /**
     * Of a query: names separated by commas; empty ones are dropped.
     *
     * @throws ProblemException 400 naming what is not offered
     */
    RequestedFields ofQuery(List<String> parameters) {
        return of(parameters.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList());
    }

    /**
     * Of a body: a list of names, null for none.
     *
     * @throws ProblemException 400 naming what is not offered
     */
    RequestedFields ofBody(@Nullable List<@Nullable String> names) {
        List<String> given = new ArrayList<>();
        if (names != null) {
            names.forEach(name -> given.add(String.valueOf(name)));
        }
        return of(given);
    }

    private RequestedFields of(Collection<String> names) {
        Set<String> types = new LinkedHashSet<>(names);
        boolean mean = types.remove(MEAN);
        boolean username = types.remove(USERNAME);
        Set<String> unknown = graphs.unknownTypes(types);
        if (!unknown.isEmpty()) {
            String list = types.stream()
                    .filter(unknown::contains)
                    .map(name -> "'" + name + "'")
                    .collect(Collectors.joining(", "));
            throw ProblemException.badRequest(
                    "invalid_requested_fields", "Invalid requested_fields value(s): {" + list + "}");
        }
        return new RequestedFields(types, mean, username);
    }
}

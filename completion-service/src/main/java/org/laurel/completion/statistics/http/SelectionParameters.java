package org.laurel.completion.statistics.http;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.laurel.completion.standing.db.CohortQuery;
import org.laurel.completion.standing.domain.CourseRoles;
import org.laurel.completion.statistics.domain.Selection;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/** The parameters that select learners. Empty items of lists are dropped. */
public class SelectionParameters {

    @QueryParam("cohorts")
    @Parameter(description = "Ids of cohorts, separated by commas: only learners who belong to any of them")
    List<String> cohorts = List.of();

    @QueryParam("exclude_roles")
    @Parameter(
            description =
                    "Roles in the course run or its organisation, separated by commas: learners without any of them. "
                            + "beta is short for beta_testers, staff covers limited_staff")
    List<String> excludeRoles = List.of();

    /**
     * The selection in a course run.
     *
     * @throws ProblemException 400 for what is no integer or no role, 404 for a cohort that is not known there
     */
    Selection of(CourseKey courseKey, CohortQuery known) {
        List<Long> ids = items(cohorts).map(SelectionParameters::id).toList();
        List<String> roles =
                items(excludeRoles).flatMap(SelectionParameters::role).toList();
        if (!ids.isEmpty() && !known.names(courseKey, ids).keySet().containsAll(ids)) {
            throw ProblemException.notFound("cohort_not_found", "There is no such cohort in this course run.");
        }
        return new Selection(ids, roles);
    }

    private static Stream<String> items(List<String> parameters) {
        return parameters.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty());
    }

    private static Long id(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException malformed) {
            throw ProblemException.badRequest(
                    "invalid_cohort", "could not parse cohort_filter='" + text + "' as an integer");
        }
    }

    private static Stream<String> role(String name) {
        return CourseRoles.meant(name)
                .orElseThrow(() -> ProblemException.badRequest("unknown_role", "There is no role '" + name + "'."))
                .stream();
    }
}

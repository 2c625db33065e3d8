package org.laurel.completion.statistics.http;

import java.util.List;
import org.laurel.completion.statistics.domain.Selection;

/**
 * Which learners an answer is about.
 *
 * @param cohorts ids of the cohorts to which they belong; none for everybody
 * @param excludeRoles the roles, by the names under which they are stored, that none of them has
 */
public record FiltersAnswer(List<Long> cohorts, List<String> excludeRoles) {

    static FiltersAnswer of(Selection selection) {
        return new FiltersAnswer(selection.cohorts(), selection.excludedRoles());
    }
}

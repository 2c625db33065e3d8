package org.laurel.kit.retirement;

import java.util.List;

/**
 * Names of retired learners that are there though they should not be: they came past the retirement.
 *
 * @param rows how many names
 * @param learners of how many learners
 * @param first ids of the first ten of them
 */
public record LeftNames(long rows, long learners, List<String> first) {}

package org.laurel.completion.structure.domain;

/**
 * How a completable block enters a sum.
 *
 * @param aggregate whose sum
 * @param ways how many ways lead from the aggregate to the block without touching an optional block; it counts once for each
 * @param optionalWays how many ways lead there over an optional block, the ends included
 */
public record Share(Aggregate aggregate, long ways, long optionalWays) {}

package org.laurel.completion.structure.domain;

/**
 * How a completable block enters a sum.
 *
 * @param position of the aggregate in its index
 * @param ways how many ways lead from the aggregate to the block; it counts once for each
 */
public record Share(int position, long ways) {}

package org.laurel.completion.structure.domain;

/**
 * A block whose sum is kept and told.
 *
 * @param possible how many completable blocks lie below it, each counted once for each way to it
 */
public record Aggregate(String blockKey, String type, long possible) {}

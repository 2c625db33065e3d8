package org.laurel.completion.block.http;

/**
 * What was cleared.
 *
 * @param removed how many completions there were
 */
public record ClearedAnswer(String courseKey, String username, int removed) {}

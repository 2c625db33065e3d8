package org.laurel.completion.block.http;

import java.util.Map;

/**
 * A learner's completions of the blocks that were asked for.
 *
 * @param completions values from 0 to 1 by block key, in the order of the request; 0 where nothing is known
 */
public record CompletionsAnswer(String courseKey, String username, Map<String, Double> completions) {}

package org.laurel.completion.progress.http;

/**
 * A learner's completion of a block below the course.
 *
 * @param usageKey the same as blockKey, for older clients
 */
public record BlockItem(String courseKey, String blockKey, String usageKey, CompletionAnswer completion) {}

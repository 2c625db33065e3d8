package org.laurel.completion.xapi.domain;

/**
 * A statement that waits to be delivered.
 *
 * @param place in the queue; the lowest goes first
 * @param json the whole statement
 */
public record QueuedStatement(long place, String json) {}

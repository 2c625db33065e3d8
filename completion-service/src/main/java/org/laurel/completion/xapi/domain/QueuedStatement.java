package org.laurel.completion.xapi.domain;

import java.util.UUID;

/**
 * A statement that waits to be delivered.
 *
 * @param place in the queue; the lowest goes first
 * @param id of the statement
 * @param json the whole statement
 */
public record QueuedStatement(long place, UUID id, String json) {}

package org.laurel.completion.xapi.domain;

/**
 * What a statement is about, or what that belongs to (xAPI 1.0.3, part two, 2.4.4.1).
 *
 * @param id IRI that names it everywhere
 * @param type IRI of its kind
 */
public record Activity(String id, String type) {}

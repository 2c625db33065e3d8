package org.laurel.completion.structure.http;

/**
 * What became of a published structure.
 *
 * @param version the version that is meant
 * @param outcome {@code published}: it counts from now on; {@code outdated}: kept, but a newer one counts; {@code unchanged}:
 *     the newest one says the same
 */
public record PublicationAnswer(String courseKey, long version, String outcome) {}

package org.laurel.kit.domain;

/**
 * Something that has happened in a service and that others are told about. A feature declares its facts as records in its
 * {@code domain} package and maps them to wire events with a {@code FactMapping} in its {@code kafka} package.
 */
public interface DomainFact {

    /** What led to this fact. */
    Cause cause();
}

package org.laurel.programs.record.domain;

/**
 * A credit pathway that takes records of a program.
 *
 * @param email where they go
 */
public record Destination(long pathwayId, String name, String orgName, String email) {}

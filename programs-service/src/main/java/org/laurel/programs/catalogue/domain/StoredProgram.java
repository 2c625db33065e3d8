package org.laurel.programs.catalogue.domain;

import java.time.Instant;

/**
 * A program as the database holds it.
 *
 * @param id the number under which existing clients know the configuration of the program's credential
 * @param version counts the changes
 * @param modifiedAt business time of the last change
 */
public record StoredProgram(long id, Program program, long version, Instant createdAt, Instant modifiedAt) {}

package org.laurel.programs.catalogue.domain;

import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

/**
 * Create or replace a program.
 *
 * @param document the whole document as JSON
 */
public record DefineProgram(Program program, String document, ExpectedVersion expected, Cause cause) {}

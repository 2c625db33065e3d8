package org.laurel.programs.catalogue.domain;

import java.time.Instant;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/** A program was created or changed. */
public record ProgramDefined(Program program, long version, Instant occurredAt, Cause cause) implements DomainFact {}

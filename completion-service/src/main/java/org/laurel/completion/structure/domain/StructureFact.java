package org.laurel.completion.structure.domain;

import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/** A structure was published here. */
public record StructureFact(CourseStructure structure, Cause cause) implements DomainFact {}

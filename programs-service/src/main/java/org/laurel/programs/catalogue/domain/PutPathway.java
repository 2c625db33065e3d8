package org.laurel.programs.catalogue.domain;

import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

/**
 * Create or replace a pathway.
 *
 * @param pathway its id is 0 when it may be any: the one that the pathway has, or the next
 */
public record PutPathway(Pathway pathway, ExpectedVersion expected, Cause cause) {}

package org.laurel.programs.catalogue.domain;

import java.util.UUID;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

/** Delete a program, an organisation or a pathway. */
public record Remove(UUID uuid, ExpectedVersion expected, Cause cause) {}

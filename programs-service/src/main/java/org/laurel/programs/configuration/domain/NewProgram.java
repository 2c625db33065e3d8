package org.laurel.programs.configuration.domain;

import java.time.Instant;
import java.util.UUID;
import org.laurel.kit.domain.Cause;

/** A program that was put for the first time. */
public record NewProgram(UUID uuid, Instant at, Cause cause) {}

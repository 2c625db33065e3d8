package org.laurel.sample.bad.grading.db;

import org.laurel.sample.bad.grading.app.DoesTwoThings;

/** A table that calls a use case. */
public record KnowsUseCase(DoesTwoThings useCase) {}

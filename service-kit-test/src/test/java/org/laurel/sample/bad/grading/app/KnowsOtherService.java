package org.laurel.sample.bad.grading.app;

import org.laurel.other.OtherService;

/** A use case that reaches into another service. */
public record KnowsOtherService(OtherService other) {}

package org.laurel.sample.bad.grading.app;

import org.laurel.sample.bad.grading.http.OpenResource;

/** A use case that knows its caller. */
public record KnowsResource(OpenResource resource) {}

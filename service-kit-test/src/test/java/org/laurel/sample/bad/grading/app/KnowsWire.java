package org.laurel.sample.bad.grading.app;

import org.laurel.events.EventBody;

/** A use case that knows wire events. */
public record KnowsWire(EventBody body) {}

package org.laurel.kit.retirement;

import org.laurel.events.key.LearnerId;

/** Somebody who has changed something, and under which username. */
public record Actor(LearnerId learnerId, String username) {}

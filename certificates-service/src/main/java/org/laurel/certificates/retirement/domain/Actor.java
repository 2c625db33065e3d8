package org.laurel.certificates.retirement.domain;

import org.laurel.events.key.LearnerId;

/** Somebody who has changed something, and under which username. */
public record Actor(LearnerId learnerId, String username) {}

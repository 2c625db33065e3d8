package org.laurel.bridge.identity.domain;

import org.laurel.kit.domain.Cause;

/** Open edX told of an attempt. */
public record TakeAttempt(Attempt attempt, Cause cause) {}

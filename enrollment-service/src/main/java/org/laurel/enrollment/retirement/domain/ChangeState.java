package org.laurel.enrollment.retirement.domain;

import java.time.Instant;
import org.laurel.kit.domain.Cause;

/**
 * Set the state of a retirement, as a driver does.
 *
 * @param username the learner's when the retirement was asked for, exactly as written
 * @param response what the driver has to say, kept until the learner is retired
 */
public record ChangeState(String username, String state, String response, Instant at, Cause cause) {}

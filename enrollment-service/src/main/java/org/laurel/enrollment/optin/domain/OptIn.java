package org.laurel.enrollment.optin.domain;

import java.time.Instant;
import org.laurel.events.key.LearnerId;

/**
 * Whether a learner wants mail from an organisation.
 *
 * @param org the organisation of a course run, as its key writes it
 * @param at since when
 */
public record OptIn(LearnerId learnerId, String org, boolean optedIn, Instant at) {}

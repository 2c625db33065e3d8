package org.laurel.programs.credential.domain;

import java.util.UUID;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** Look whether a learner completes a program that has changed. */
public record EvaluateLearner(LearnerId learnerId, UUID programUuid, Cause cause) {}

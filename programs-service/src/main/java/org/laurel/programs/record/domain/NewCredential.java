package org.laurel.programs.record.domain;

import java.util.UUID;
import org.laurel.events.key.LearnerId;

/** A learner holds a program's credential for the first time. */
public record NewCredential(LearnerId learnerId, UUID program) {}

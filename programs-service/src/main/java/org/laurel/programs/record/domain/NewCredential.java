package org.laurel.programs.record.domain;

import java.util.UUID;
import org.laurel.events.key.LearnerId;

/**
 * A learner holds a program's credential.
 *
 * @param version the credential's; whether it held before shows in the versions before
 */
public record NewCredential(LearnerId learnerId, UUID program, long version) {}

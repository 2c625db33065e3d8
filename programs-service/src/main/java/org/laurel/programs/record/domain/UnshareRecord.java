package org.laurel.programs.record.domain;

import java.util.UUID;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** Take the public link of a learner's record of a program back. */
public record UnshareRecord(LearnerId learnerId, UUID program, Cause cause) {}

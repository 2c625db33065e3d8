package org.laurel.programs.record.domain;

import java.util.UUID;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** Make a learner's record of a program readable for everybody who has its link. */
public record ShareRecord(LearnerId learnerId, UUID program, Cause cause) {}

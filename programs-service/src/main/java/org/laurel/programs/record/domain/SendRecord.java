package org.laurel.programs.record.domain;

import java.util.UUID;
import org.laurel.kit.domain.Cause;
import org.laurel.programs.learner.domain.Learner;

/** Send a learner's record of a program to a pathway. */
public record SendRecord(Learner learner, UUID program, String programTitle, long pathwayId, Cause cause) {}

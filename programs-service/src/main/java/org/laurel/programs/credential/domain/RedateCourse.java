package org.laurel.programs.credential.domain;

import org.laurel.kit.domain.Cause;

/** Date a learner's credential of a course run anew, by all that is known now. */
public record RedateCourse(CaseKey key, Cause cause) {}

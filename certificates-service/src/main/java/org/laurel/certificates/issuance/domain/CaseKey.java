package org.laurel.certificates.issuance.domain;

import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/** One learner in one course run: what a certificate is about. */
public record CaseKey(LearnerId learnerId, CourseKey courseKey) {}

package org.laurel.kit.personal;

import java.time.Instant;
import java.util.Map;

/**
 * Everything that a service holds about a learner.
 *
 * @param service which service this is
 * @param exportedAt when it was read
 * @param data by what it is about; what there is nothing of is left out
 */
public record LearnerDocument(String service, String learnerId, Instant exportedAt, Map<String, Object> data) {}

package org.laurel.completion.xapi.domain;

import java.time.Instant;
import java.util.UUID;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/**
 * A statement left the queue, to be told by a topic.
 *
 * @param actor the learner's anonymised name
 * @param json the whole statement
 * @param occurredAt business time of the change that it tells of
 * @param cause the statement itself: what led to the change would also lead to the learner
 */
public record StatementReleased(UUID actor, String json, Instant occurredAt, Cause cause) implements DomainFact {}

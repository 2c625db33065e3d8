package org.laurel.events;

import java.time.Instant;

/**
 * The JSON value of an event. Every body is an immutable record whose constructor refuses values outside the contract
 * with an {@link IllegalArgumentException}, so an instance that exists is valid.
 */
public interface EventBody {

    /** Business time: when the fact came true, not when it was published. Orders facts of one subject. */
    Instant occurredAt();

    /**
     * Key of the Kafka record: learner id, course key or program uuid, whichever {@link Topic#keyedBy()} names. Derived
     * from the members, so it is no member of the JSON value itself.
     */
    String key();
}

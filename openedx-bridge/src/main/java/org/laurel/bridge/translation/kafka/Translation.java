package org.laurel.bridge.translation.kafka;

import java.time.Instant;
import java.util.Optional;
import org.laurel.bridge.translation.domain.News;

/**
 * Says what an event of Open edX means to Laurel.
 *
 * @param <D> data of the event
 */
@FunctionalInterface
public interface Translation<D extends Record> {

    /**
     * The news; empty when this one means nothing to Laurel.
     *
     * @param at when it happened
     * @throws IllegalArgumentException when the data breaks a rule of Laurel's contract
     */
    Optional<News> translate(D data, Instant at);
}

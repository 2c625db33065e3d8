package org.laurel.bridge.inbound.domain;

import java.time.Instant;
import org.laurel.bridge.translation.domain.News;
import org.laurel.kit.domain.Cause;

/**
 * News from Open edX.
 *
 * @param at when it happened
 */
public record Receive(News news, Instant at, Cause cause) {}

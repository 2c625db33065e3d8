package org.laurel.bridge.inbound.domain;

import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/**
 * Open edX told something that Laurel hears as it is.
 *
 * @param event made and understood by the {@code kafka} packages only
 */
public record Forward(Object event, Cause cause) implements DomainFact {}

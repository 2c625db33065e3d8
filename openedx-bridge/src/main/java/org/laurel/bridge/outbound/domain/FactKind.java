package org.laurel.bridge.outbound.domain;

/** What a fact of Laurel's says of a state: that it is different, or that it came into or went out of force. */
public enum FactKind {
    CHANGED,
    AWARDED,
    REVOKED
}

package org.laurel.kit.outbox;

/** What a {@link FactMapping} makes of a fact. */
public sealed interface Outgoing permits OutgoingEvent, ForeignEvent {}

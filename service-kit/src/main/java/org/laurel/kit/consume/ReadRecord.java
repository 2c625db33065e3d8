package org.laurel.kit.consume;

import org.laurel.events.EventBody;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.inbox.Claim;

/** A record that somebody here wants, with the event that it carries and the claim that makes it have one effect. */
record ReadRecord<B extends EventBody>(RawRecord raw, Event<B> event, Claim claim) {}

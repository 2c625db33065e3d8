package org.laurel.kit.consume;

import org.laurel.kit.event.RawRecord;
import org.laurel.kit.event.UnprocessableEvent;

/** A record that is to be parked, and why. */
record Refusal(RawRecord record, UnprocessableEvent reason) {}

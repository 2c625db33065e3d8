/**
 * Open edX's bytes: Avro bodies and their schemas, Confluent's framing, and the ten headers.
 *
 * <p>Everything is derived from the records of the event package. What comes in is not trusted: whatever its bytes are, it is
 * read or refused with an {@link org.laurel.kit.event.UnprocessableEvent} that quotes no value of it, and costs no more memory
 * than a small multiple of its size.
 */
package org.laurel.bridge.openedx.avro;

package org.laurel.kit.outbox;

import java.time.Instant;

/**
 * An event of another wire that is about to be sent.
 *
 * @param id unique, the same whenever it is sent again
 * @param value the JSON text of {@link ForeignEvent}, perhaps without personal data by now
 * @param appendedAt when it came into the outbox
 */
public record WaitingEvent(String id, String topic, String key, String type, String value, Instant appendedAt) {}

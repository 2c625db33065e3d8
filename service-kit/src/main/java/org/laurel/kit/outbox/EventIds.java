package org.laurel.kit.outbox;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of Laurel's own events: UUID version 7 of RFC 9562, whose first 48 bits are the time in milliseconds. */
final class EventIds {

    private EventIds() {}

    static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (System.currentTimeMillis() << 16) | 0x7000L | random.nextLong(0x1000);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}

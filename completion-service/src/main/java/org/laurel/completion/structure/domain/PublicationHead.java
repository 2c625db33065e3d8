package org.laurel.completion.structure.domain;

import java.time.Instant;
import java.util.Comparator;

/**
 * What tells one publication of a course run from another. The newest by time and version is the one that counts; the hash
 * of the content only makes the order total.
 */
public record PublicationHead(Instant occurredAt, long version, String contentHash)
        implements Comparable<PublicationHead> {

    private static final Comparator<PublicationHead> ORDER = Comparator.comparing(PublicationHead::occurredAt)
            .thenComparingLong(PublicationHead::version)
            .thenComparing(PublicationHead::contentHash);

    @Override
    public int compareTo(PublicationHead other) {
        return ORDER.compare(this, other);
    }
}

package org.laurel.certificates.file.domain;

import java.time.Instant;

/**
 * A file of the store. Its name is its content: the same hash is always the same bytes.
 *
 * @param sha256 the SHA-256 of the content, 64 lower-case hex digits
 * @param mediaType what the content is, for example {@code application/pdf}
 */
public record StoredFile(String sha256, String mediaType, byte[] content, Instant createdAt) {

    /** Size in bytes. */
    public int size() {
        return content.length;
    }
}

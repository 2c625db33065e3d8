package org.laurel.certificates.asset.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that templates use.
 *
 * @param slug the name that templates call it by, null when none was given
 * @param fileName the last part of its path
 * @param size in bytes
 * @param revision grows with every change
 */
public record Asset(
        long id,
        @Nullable String description,
        @Nullable String slug,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        Instant createdAt,
        Instant modifiedAt,
        long revision) {

    /** Who owns the asset's file in the store. */
    public static String owner(long id) {
        return "asset:" + id;
    }

    /** The path by which existing tools know it: the same for the same file name (certificates.md §1). */
    public String path() {
        return "certificate_template_assets/" + id + "/" + fileName;
    }
}

package org.laurel.certificates.asset.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.asset.domain.Asset;

/**
 * A template asset.
 *
 * @param asset its path, the same as long as the file name is
 * @param url where everybody can get it, null without a slug
 * @param size in bytes
 */
public record AssetAnswer(
        long id,
        @Nullable String description,
        @Nullable String assetSlug,
        String asset,
        @Nullable String url,
        String mediaType,
        long size,
        String sha256,
        Instant created,
        Instant modified) {

    static AssetAnswer of(Asset asset, String publicUrl) {
        return new AssetAnswer(
                asset.id(),
                asset.description(),
                asset.slug(),
                asset.path(),
                asset.slug() == null ? null : publicUrl + "/certificates/assets/" + asset.slug(),
                asset.mediaType(),
                asset.size(),
                asset.sha256(),
                asset.createdAt(),
                asset.modifiedAt());
    }
}

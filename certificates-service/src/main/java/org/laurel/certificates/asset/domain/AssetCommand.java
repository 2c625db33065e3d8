package org.laurel.certificates.asset.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;

/** What an author wants done with an asset. */
public sealed interface AssetCommand {

    /** Why. */
    Cause cause();

    /** Make a new asset. */
    record Upload(@Nullable String slug, @Nullable String description, AssetFile file, Cause cause)
            implements AssetCommand {}

    /** Give an asset another file, provided that it has this revision still; null for whatever it is now. */
    record ReplaceFile(long id, @Nullable Long revision, AssetFile file, Cause cause) implements AssetCommand {}

    /** Delete an asset, under the same condition. */
    record Delete(long id, @Nullable Long revision, Cause cause) implements AssetCommand {}

    /** A file that was looked at and may be used. */
    record AssetFile(String name, AssetType type, byte[] content) {}
}

package org.laurel.certificates.asset.domain;

/** What became of a command. */
public sealed interface AssetOutcome {

    /** It is kept. */
    record Saved(Asset asset) implements AssetOutcome {}

    /** It is no more. */
    record Deleted(long id) implements AssetOutcome {}

    /** There is no such asset. */
    record Unknown(long id) implements AssetOutcome {}

    /** Somebody else changed it since. */
    record Stale(long id) implements AssetOutcome {}

    /** Another asset has this name. */
    record SlugTaken(String slug) implements AssetOutcome {}
}

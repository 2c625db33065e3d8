package org.laurel.completion.structure.app;

/** What to hold while counting, so that nobody changes how block types count, and to change when doing just that. */
public final class BlockTypesLock {

    /** The subject of the lock. No course key is like it. */
    public static final String SUBJECT = "block-types";

    private BlockTypesLock() {}
}

package org.laurel.programs.catalogue.domain;

/** How much of programs' documents is read. */
public enum Extent {
    /**
     * Only what lists of programs and progress in them go by, which is much quicker to read: title, type, status, banner and
     * organisations; of courses uuid and entitlements; of runs key, type and seats. Everything else is absent.
     */
    OUTLINE,

    /** Everything. */
    DOCUMENT
}

package org.laurel.programs.progress.domain;

/** Modes as programs name them. Source: programs, construction of the meter. */
final class ProgramMode {

    private ProgramMode() {}

    /** The same mode, except that professional without identity verification is professional. */
    static String of(String slug) {
        return slug.equals("no-id-professional") ? "professional" : slug;
    }
}

package org.laurel.completion.xapi.domain;

import java.util.regex.Pattern;

/**
 * What a statement is about, or what that belongs to (xAPI 1.0.3, part two, 2.4.4.1).
 *
 * @param id IRI that names it everywhere
 * @param type IRI of its kind
 */
public record Activity(String id, String type) {

    /** A scheme, and nothing of what no IRI has unescaped (RFC 3987, 2.2). */
    private static final Pattern IRI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s\\p{Z}\\p{Cntrl}<>\"{}|\\\\^`]+");

    /** Whether both are IRIs with their scheme; no store takes statements about anything else. */
    public boolean isNamedByIris() {
        return IRI.matcher(id).matches() && IRI.matcher(type).matches();
    }
}

package org.laurel.certificates.template.domain;

import java.util.List;

/**
 * What a replacement did, or would do.
 *
 * @param unchanged templates without the piece, or that it does not change; they are not saved
 * @param missing ids that are no template's
 * @param refused templates that the replacement would break; they are not saved
 */
public record ReplacementResult(
        List<Changed> changed, List<Long> unchanged, List<Long> missing, List<Refused> refused) {

    /**
     * A template that changes.
     *
     * @param diff the change as a unified diff
     */
    public record Changed(long id, String name, String diff) {}

    /** A template that would be broken, and how. */
    public record Refused(long id, String reason) {}
}

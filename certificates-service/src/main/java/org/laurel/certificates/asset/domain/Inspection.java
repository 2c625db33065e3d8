package org.laurel.certificates.asset.domain;

/** What looking at the bytes of an uploaded file says. */
public sealed interface Inspection {

    /** The file may be used. */
    record Accepted(AssetType type) implements Inspection {}

    /**
     * The file may not be used.
     *
     * @param reason a sentence that names what is allowed
     */
    record Refused(String reason) implements Inspection {}
}

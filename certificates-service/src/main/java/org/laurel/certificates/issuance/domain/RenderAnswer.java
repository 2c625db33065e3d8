package org.laurel.certificates.issuance.domain;

/** What became of a request to the renderer. Source: decision 1 on certificates. */
public sealed interface RenderAnswer {

    /** The same without the file and without the renderer's words, for a learner who is retired. */
    default RenderAnswer withoutPersonalData() {
        return switch (this) {
            case Made made -> new Made("", "");
            case Removed removed -> removed;
            case Failed failed -> new Failed("");
        };
    }

    /**
     * The file is made.
     *
     * @param downloadUuid 32 hexadecimal digits, not guessable
     * @param downloadUrl where it is, relative to the suite's origin
     */
    record Made(String downloadUuid, String downloadUrl) implements RenderAnswer {}

    /** The file is removed. */
    record Removed() implements RenderAnswer {}

    /** It failed for good. */
    record Failed(String reason) implements RenderAnswer {}
}

package org.laurel.programs.configuration.domain;

import java.util.Optional;

/**
 * What the picture of a signature may be. SVG is not among them: it is a document that may carry scripts, and the pages that
 * show signatures are public.
 */
public enum PictureType {
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff");

    private final String mediaType;
    private final String extension;
    private final String signature;

    PictureType(String mediaType, String extension, String signature) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.signature = signature;
    }

    /** The media type that the picture is served with. */
    public String mediaType() {
        return mediaType;
    }

    /** How file names end. */
    public String extension() {
        return extension;
    }

    /** The type by the first bytes; a name or a declared media type proves nothing. */
    public static Optional<PictureType> of(byte[] content) {
        for (PictureType type : values()) {
            if (type.begins(content)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Each character of the signature stands for one byte. */
    private boolean begins(byte[] content) {
        if (content.length < signature.length()) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            if ((content[i] & 0xff) != signature.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

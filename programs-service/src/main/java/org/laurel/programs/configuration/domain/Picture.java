package org.laurel.programs.configuration.domain;

/**
 * The picture of a signature.
 *
 * @param sha256 hash of its bytes, 64 lower-case hex digits
 */
public record Picture(String sha256, PictureType type) {

    /** The last part of its address; another picture has another one. */
    public String fileName() {
        return sha256 + "." + type.extension();
    }
}

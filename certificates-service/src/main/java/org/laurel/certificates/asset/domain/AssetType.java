package org.laurel.certificates.asset.domain;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a template asset may be. SVG is not among them: it is a document that may carry scripts, and the pages that show
 * certificates are public.
 */
public enum AssetType {
    PNG("image/png", true),
    JPEG("image/jpeg", true),
    GIF("image/gif", true),
    /** For web pages; PDF files do not show it. */
    WEBP("image/webp", true),
    CSS("text/css", false),
    TTF("font/ttf", false),
    OTF("font/otf", false),
    /** For web pages; PDF files do not use it. */
    WOFF2("font/woff2", false);

    private final String mediaType;
    private final boolean picture;

    AssetType(String mediaType, boolean picture) {
        this.mediaType = mediaType;
        this.picture = picture;
    }

    /** The media type that the asset is served with. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether it has a width and a height. */
    public boolean isPicture() {
        return picture;
    }

    /** All of them, for people. */
    public static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}

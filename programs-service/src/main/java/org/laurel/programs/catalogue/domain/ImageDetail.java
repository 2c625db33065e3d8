package org.laurel.programs.catalogue.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An image.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record ImageDetail(
        String url, @Nullable Integer width, @Nullable Integer height) {

    /** Reads an image; nothing without an address. */
    static Optional<ImageDetail> of(Members members) {
        String url = members.text("url");
        return url == null
                ? Optional.empty()
                : Optional.of(new ImageDetail(url, members.whole("width"), members.whole("height")));
    }
}

package org.laurel.certificates.rendering.app;

import java.util.Optional;
import org.laurel.certificates.file.domain.StoredFile;

/** Where a template's pictures, fonts and style sheets come from. There is no other source. */
interface AssetSource {

    /** Whether there is an asset of this name. */
    boolean has(String slug);

    /** The asset's content. */
    Optional<StoredFile> open(String slug);
}

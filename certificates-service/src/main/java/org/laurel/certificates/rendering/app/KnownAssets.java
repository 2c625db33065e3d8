package org.laurel.certificates.rendering.app;

import io.quarkus.qute.TemplateException;
import java.util.HashMap;
import java.util.Map;

/** Asks for each asset of one filling once, and for no more than so many. */
final class KnownAssets {

    private final AssetSource source;
    private final int most;
    private final Map<String, Boolean> known = new HashMap<>();

    KnownAssets(AssetSource source, int most) {
        this.source = source;
        this.most = most;
    }

    boolean has(String slug) {
        if (known.size() >= most && !known.containsKey(slug)) {
            throw new TemplateException("The template names more than " + most + " assets.");
        }
        return known.computeIfAbsent(slug, source::has);
    }
}

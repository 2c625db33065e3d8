package org.laurel.certificates.page.domain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.WebAddress;

/**
 * The texts of a page while layer after layer is laid over the ones below. A layer may be written by course authors: names
 * that end in {@code _url} or {@code _src} are addresses, and one that a page must not link to is left out, so that the layer
 * below shows. A path that a link leads to is told with the deployment's address before it, since files are read elsewhere.
 * Not thread-safe. Source: certificates, section 7.7, context build order.
 */
public final class PageTexts {

    private final Map<String, String> texts = new HashMap<>();
    private final String publicUrl;

    /**
     * Starts with nothing.
     *
     * @param publicUrl where clients reach the deployment, without a slash at the end
     */
    public PageTexts(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Lays one text over; null leaves what is below. */
    public PageTexts with(String name, @Nullable String text) {
        if (text != null) {
            put(name, text);
        }
        return this;
    }

    /** Lays a section over. Texts, numbers and truth values count, null takes away what is below, lists and objects are skipped. */
    public PageTexts withAll(Map<String, @Nullable Object> section) {
        section.forEach((name, value) -> {
            if (value == null) {
                texts.remove(name);
            } else if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                put(name, value.toString());
            }
        });
        return this;
    }

    /** What the layers come to. */
    public Map<String, String> merged() {
        return Map.copyOf(texts);
    }

    private void put(String name, String text) {
        boolean leads = name.endsWith("_url");
        boolean isAddress = leads || name.endsWith("_src");
        if (!isAddress || text.isEmpty() || WebAddress.isAllowed(text)) {
            texts.put(name, leads && text.startsWith("/") ? publicUrl + text : text);
        }
    }
}

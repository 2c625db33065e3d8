package org.laurel.certificates.htmlview.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts and values that certificate pages take from the deployment: a section {@code default} and one for each mode that
 * differs (certificates description, section 1, CertificateHtmlViewConfiguration).
 *
 * @param enabled while false no page takes anything from it
 * @param sections the values by section and key; a value is what JSON can say, null included
 */
public record HtmlViewConfiguration(boolean enabled, Map<String, Map<String, @Nullable Object>> sections) {

    /** The setting that holds the configuration. */
    public static final String SUBJECT = "html-view";

    /** What holds before anybody has said anything. */
    public static final HtmlViewConfiguration DISABLED = new HtmlViewConfiguration(false, Map.of());

    private static final String DEFAULT = "default";

    public HtmlViewConfiguration {
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    }

    /** The values for pages of every mode; none while disabled. */
    public Map<String, @Nullable Object> forAll() {
        return section(DEFAULT);
    }

    /** The values for pages of one mode, to lay over those for all; none while disabled. */
    public Map<String, @Nullable Object> onlyFor(String mode) {
        return section(mode);
    }

    private Map<String, @Nullable Object> section(String name) {
        return enabled ? sections.getOrDefault(name, Map.of()) : Map.of();
    }
}

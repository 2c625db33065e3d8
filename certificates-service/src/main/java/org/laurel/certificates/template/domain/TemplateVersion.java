package org.laurel.certificates.template.domain;

import org.jspecify.annotations.Nullable;

/**
 * One version of a template's text. It never changes, so that an issued certificate that names its version looks the same
 * for ever, even after the template was deleted.
 *
 * @param id the version's own id, unique over all templates
 * @param number 1 for a template's first version
 * @param text XHTML in the template language
 * @param language the two letters that the template is bound to; null or empty when it serves every language
 */
public record TemplateVersion(
        long id,
        long templateId,
        int number,
        String text,
        @Nullable String language) {

    /** The largest text, in bytes of UTF-8. */
    public static final int LARGEST = 256 * 1024;

    /** The language to render in: the template's own, otherwise the reader's. */
    public String languageOr(String readers) {
        return language == null || language.isEmpty() ? readers : language;
    }
}

package org.laurel.certificates.template.domain;

import java.util.List;
import org.laurel.kit.domain.Cause;

/**
 * Replace a piece of text in templates (certificates.md §8, modify_cert_template): its first occurrence in each, to the
 * letter.
 *
 * @param dryRun only tell what would change
 */
public record TextReplacement(String oldText, String newText, List<Long> templateIds, boolean dryRun, Cause cause) {

    /** The text after the replacement; the same text when the piece does not occur. */
    public String in(String text) {
        int at = text.indexOf(oldText);
        return at < 0 ? text : text.substring(0, at) + newText + text.substring(at + oldText.length());
    }
}

package org.laurel.programs.completionmail.http;

import org.jspecify.annotations.Nullable;
import org.laurel.programs.completionmail.domain.CompletionLetter;

/**
 * What a learner would get, with an example's values.
 *
 * @param html null when the mail is of plain text alone
 * @param htmlTemplate what is kept of the HTML
 */
public record PreviewAnswer(
        String subject, String plaintext, @Nullable String html, String htmlTemplate) {

    static PreviewAnswer of(CompletionLetter letter, String htmlTemplate) {
        return new PreviewAnswer(letter.subject(), letter.text(), letter.html(), htmlTemplate);
    }
}

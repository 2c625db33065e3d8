package org.laurel.programs.completionmail.domain;

import org.jspecify.annotations.Nullable;

/**
 * The words of completion mails, with {@link Placeholder}s. Source: programs, credential entities.
 *
 * @param identifier whose mails: the uuid of a program with or without hyphens, the slug of a type, or {@code default}
 * @param subject null for the usual one
 * @param html empty for a mail of plain text alone
 * @param plaintext the same as plain text
 * @param enabled whether mails go
 */
public record MailTemplate(
        String identifier, @Nullable String subject, String html, String plaintext, boolean enabled) {

    /** The same with other HTML. */
    public MailTemplate withHtml(String other) {
        return new MailTemplate(identifier, subject, other, plaintext, enabled);
    }
}

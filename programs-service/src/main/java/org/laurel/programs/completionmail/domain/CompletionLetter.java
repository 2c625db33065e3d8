package org.laurel.programs.completionmail.domain;

import org.jspecify.annotations.Nullable;

/**
 * A completion mail in words.
 *
 * @param html null for a mail of plain text alone
 */
public record CompletionLetter(
        String subject, String text, @Nullable String html) {

    private static final String SUBJECT = "You have completed {{ program_title }}";

    /** Writes a mail: values are escaped in HTML and stand as they are in plain text. */
    public static CompletionLetter of(MailTemplate template, Completed completed) {
        String subject = template.subject() == null ? SUBJECT : template.subject();
        return new CompletionLetter(
                Placeholder.fill(subject, completed, CompletionLetter::line),
                Placeholder.fill(template.plaintext(), completed, CompletionLetter::line),
                template.html().isBlank()
                        ? null
                        : page(Placeholder.fill(template.html(), completed, CompletionLetter::escaped)));
    }

    private static String page(String body) {
        return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>" + body + "</body></html>\n";
    }

    private static String line(String value) {
        return value.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ");
    }

    private static String escaped(String value) {
        return line(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
